// How long the module takes in Node, beside other packages that split sentences, on the same texts in the same run.
// `cargo xtask bench` runs it and hands it the folder of Criterion's results, which it puts above its own:
//
//   node benches/node/compare.mjs target/benches/criterion
//
// It prints medians in milliseconds of processor time.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as ours from "../../pkg/node.js";
import { calls } from "./calls.mjs";
import { measure } from "./measure.mjs";
import { FROM, LENGTHS, header, row, texts } from "./table.mjs";

/**
 * The medians that Criterion has written, in milliseconds.
 *
 * @param {string} folder
 * @param {string} stage
 */
function native(folder, stage) {
  return LENGTHS.map((words) => {
    const file = join(folder, "native", stage, String(words), "new/estimates.json");
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).median.point_estimate / 1e6 : NaN;
  });
}

header("median, ms; words:");
const criterion = process.argv[2];
if (criterion) {
  console.log("\nnative");
  for (const stage of ["reading", "decoding", "sections", "key-points", "outline"]) row(stage, native(criterion, stage));
}
console.log("\nin Node, and times as long as the outline");
/** @type {number[] | undefined} */
let whole;
for (const [name, call] of Object.entries(calls(ours))) {
  const times = measure(call, texts, FROM);
  whole ??= times;
  row(name, times, whole);
}
