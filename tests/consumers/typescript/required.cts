import { readFileSync } from "node:fs";

import { outline } from "speech-outline";

console.log(JSON.stringify(outline(readFileSync("transcript.txt", "utf8"))));
