// How long a program takes from its start to its end for the outline of a file, beside Python's for a part of it: LexRank
// (sumy) for key points, TextTiling (NLTK) for sections. `cargo xtask bench processes` installs these and hands over the
// folder of Python's programs and our own program:
//
//   node benches/processes/compare.mjs target/benches/python/bin target/release/examples/outline
//
// It prints medians in milliseconds by the clock.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { median } from "../node/measure.mjs";
import { header, row, texts } from "../node/table.mjs";

const ROUNDS = 5;
/** A program that takes longer than this many milliseconds is not measured again, nor with a longer text. */
const PATIENCE = 60_000;

const [python = "", own = ""] = process.argv.slice(2);
const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "processes-"));
const files = texts.map((text, at) => {
  const file = join(folder, `${at}.txt`);
  writeFileSync(file, text);
  return file;
});

/** @type {Record<string, string[]>} */
const PROGRAMS = {
  "speech-outline, natively: outline": [own, "--json"],
  "speech-outline, in Node: outline": [process.execPath, join(here, "outline.mjs")],
  "sumy: LexRank": [join(python, "python"), join(here, "lexrank.py")],
  "NLTK: TextTiling": [join(python, "python"), join(here, "texttiling.py")],
};

/**
 * @param {string[]} command
 * @param {string} file
 */
function run([program = "", ...words], file) {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, [...words, file], { stdio: ["ignore", "ignore", "pipe"], timeout: 10 * PATIENCE });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${status}: ${stderr}`);
  return time;
}

header("median, ms; words:");
/** @type {number[] | undefined} */
let whole;
for (const [name, command] of Object.entries(PROGRAMS)) {
  /** @type {number[]} */
  const times = [];
  for (const file of files) {
    if (times.some((time) => Number.isNaN(time) || time > PATIENCE)) {
      times.push(NaN);
      continue;
    }
    const taken = [run(command, file)];
    while (taken.length < ROUNDS && (taken[0] ?? 0) < PATIENCE) taken.push(run(command, file));
    times.push(median(taken));
  }
  whole ??= times;
  row(name, times, whole);
}
rmSync(folder, { recursive: true });
