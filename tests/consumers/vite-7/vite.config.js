export default {
  optimizeDeps: { exclude: ["speech-outline"] },
};
