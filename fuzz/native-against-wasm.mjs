// node fuzz/native-against-wasm.mjs PROGRAM SECONDS FOLDER...: hands the files of the folders, in a random order, to the
// program (the example `outline`) and to the module in Node, until the time is over. Both must give the same bytes, or
// refuse the text with the same words.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { outline, SpeechOutlineError } from "../pkg/node.js";

const [program = "", seconds = "0", ...folders] = process.argv.slice(2);
const end = Date.now() + Number(seconds) * 1000;
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => statSync(file).isFile())
  .map((file) => ({ file, order: Math.random() })).sort((a, b) => a.order - b.order).map(({ file }) => file);

/** @param {string} text */
function native(text) {
  const { status, stdout, stderr } = spawnSync(program, ["--json", "-"], { input: text, encoding: "utf8", maxBuffer: 1 << 28 });
  // Native JSON is read and written once more, so that its white space is JavaScript's.
  if (status === 0) return JSON.stringify(JSON.parse(stdout));
  if (status === 2) return stderr.trim().replace("outline: standard input: ", "");
  throw new Error(`${program} ended with ${status}: ${stderr}`);
}

/** @param {string} text */
function inModule(text) {
  try {
    return JSON.stringify(outline(text));
  } catch (error) {
    if (error instanceof SpeechOutlineError && error.code !== "internal") return error.message;
    throw error;
  }
}

let compared = 0;
let different = 0;
for (const file of files) {
  if (compared > 0 && Date.now() > end) break;
  const text = readFileSync(file, "utf8");
  compared += 1;
  if (native(text) !== inModule(text)) {
    different += 1;
    console.log(`    ${file}: native and module differ`);
  }
}
console.log(`    ${compared} of ${files.length} texts compared, ${different} differ`);
process.exit(different > 0 || compared === 0 ? 1 : 0);
