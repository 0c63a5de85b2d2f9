import { readFileSync } from "node:fs";

import { outline } from "speech-outline";

const result = outline(readFileSync("transcript.txt", "utf8"));
console.log(JSON.stringify(result));
