const { readFileSync } = require("node:fs");

const { outline } = require("speech-outline");

const result = outline(readFileSync("transcript.txt", "utf8"));
console.log(JSON.stringify(result));
