// The outline of a file: node outline.mjs FILE
import { readFileSync } from "node:fs";

import { outline } from "../../pkg/node.js";

console.log(JSON.stringify(outline(readFileSync(process.argv[2] ?? "", "utf8"))));
