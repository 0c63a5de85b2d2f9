// How long the module takes in Node, beside other packages that split sentences, on the same texts in the same run.
// `cargo xtask bench` runs it and hands it the folder of Criterion's results, which it puts above its own:
//
//   node benches/node/compare.mjs target/benches/criterion
//
// It prints medians in milliseconds, and how many times longer than speech-outline each takes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

import sbd from "sbd";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import { outline, transcript } from "../../pkg/node.js";
import { beginning, inventedText, median } from "./text.mjs";

/** Words. `../native/stages.rs` has the same. */
const LENGTHS = [2_000, 10_000, 50_000];
/** For all calls at one length, in milliseconds. */
const BUDGET = 15_000;
const ROUNDS = { least: 7, most: 60 };
/** How often each call meets the text of middle length first, until engines have compiled what they find worth it. */
const WARM_UP = 25;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
// Of its pipeline, only what splits sentences.
const wink = winkNLP(model, ["sbd"]);
const memory = new WebAssembly.Memory({ initial: 64 });
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A string into the memory of WebAssembly and back: what no module that takes one and gives one can do without. */
function intoMemoryAndBack(/** @type {string} */ text) {
  const { written } = encoder.encodeInto(text, new Uint8Array(memory.buffer));
  return decoder.decode(new Uint8Array(memory.buffer, 0, written));
}

/** @type {Record<string, (text: string) => unknown>} */
const CALLS = {
  "speech-outline: outline()": outline,
  "speech-outline: transcript()": transcript,
  "Intl.Segmenter: sentences": (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
  "sbd: sentences": (text) => sbd.sentences(text),
  "wink-nlp: sentences": (text) => wink.readDoc(text).sentences().out(),
  "string into WebAssembly and back": intoMemoryAndBack,
};

/**
 * The median time of each call. They take turns, so that whatever else the machine does meets all of them.
 *
 * @param {string} text
 * @returns {Record<string, number>}
 */
function measure(text) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(CALLS).map((name) => [name, []]));
  const end = performance.now() + BUDGET;
  for (let round = 0; round < ROUNDS.most; round += 1) {
    if (round >= ROUNDS.least && performance.now() > end) break;
    for (const [name, call] of Object.entries(CALLS)) {
      const start = performance.now();
      call(text);
      times[name]?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)]));
}

/**
 * The medians that Criterion has written, in milliseconds.
 *
 * @param {string} folder
 * @param {string} stage
 */
function native(folder, stage) {
  return LENGTHS.map((words) => {
    const file = join(folder, "native", stage, String(words), "new/estimates.json");
    return JSON.parse(readFileSync(file, "utf8")).median.point_estimate / 1e6;
  });
}

/**
 * @param {string} name
 * @param {number[]} times
 * @param {number[]} [ours]
 */
function row(name, times, ours) {
  const cells = times.map((time, at) => {
    const ratio = ours ? (time / (ours[at] ?? NaN)).toPrecision(2) : "";
    return `${time.toFixed(2)}`.padStart(10) + (ours ? `${Number(ratio)}×`.padStart(8) : " ".repeat(8));
  });
  console.log(`${name.padEnd(36)}${cells.join("")}`);
}

const invented = inventedText();
const texts = LENGTHS.map((words) => beginning(invented, words));
for (let round = 0; round < WARM_UP; round += 1) for (const call of Object.values(CALLS)) call(texts[1] ?? "");
const results = texts.map(measure);
/** @param {string} name */
const taken = (name) => results.map((result) => result[name] ?? NaN);

const words = LENGTHS.map((length) => length.toLocaleString("en").padStart(10) + " ".repeat(8));
console.log(`\n${"median, ms; words:".padEnd(36)}${words.join("")}`);
const criterion = process.argv[2];
if (criterion) {
  console.log("\nnative");
  for (const stage of ["reading", "decoding", "sections", "key-points", "outline"]) row(stage, native(criterion, stage));
}
console.log("\nsentences, in Node");
const reading = taken("speech-outline: transcript()");
for (const name of Object.keys(CALLS).slice(1, 5)) row(name, taken(name), reading);
console.log("\nthe whole outline, in Node");
const whole = taken("speech-outline: outline()");
for (const name of ["speech-outline: outline()", "wink-nlp: sentences", "string into WebAssembly and back"]) {
  row(name, taken(name), whole);
}
const speeds = reading.map((time, at) => Buffer.byteLength(texts[at] ?? "") / 1e3 / time);
console.log(`\ntranscript() reads ${speeds.map((speed) => speed.toFixed(0)).join(", ")} MB/s`);
