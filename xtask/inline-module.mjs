// Writes the module as JavaScript, for pkg/inline.js: `node inline-module.mjs MODULE.wasm TARGET.js`.
import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

const [source = "", target = ""] = process.argv.slice(2);
const deflated = deflateRawSync(readFileSync(source), { level: 9 }).toString("base64");
writeFileSync(target, `/** The module, deflated, in base64. */\nexport const deflated = "${deflated}";\n`);
