import { readFileSync } from "node:fs";
import { outline } from "speech-outline";
for (const { kind, title } of outline(readFileSync("transcript.txt", "utf8")).sections) console.log(`${kind}: ${title}`);
