module.exports = {
  serverExternalPackages: ["speech-outline"],
};
