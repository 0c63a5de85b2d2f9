// How long the module takes in Node, beside other packages that split sentences, on the same texts in the same run.
// `cargo xtask bench` runs it and hands it the folder of Criterion's results, which it puts above its own:
//
//   node benches/node/compare.mjs target/benches/criterion
//
// It prints medians in milliseconds of processor time, how many times as long as the outline each takes, and what a byte
// of the longest text costs beside one of 10,000 words.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import compromise from "compromise/one";
import sbd from "sbd";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import { outline, transcript } from "../../pkg/node.js";
import { median, processorTime } from "./measure.mjs";
import { beginning, inventedText, shuffled } from "./text.mjs";

/** Words. `../native/stages.rs` has the first three. */
const LENGTHS = [2_000, 10_000, 50_000, 500_000];
/** Which of them growth is measured from. */
const FROM = 1;
/** For the rounds of one call at one length, in milliseconds. What cannot be ready in it is not tried. */
const PATIENCE = 10_000;
const ROUNDS = 15;
/** A round repeats a call until it takes so long, in milliseconds. */
const ROUND = 5;
/** How long each call first meets the text of 10,000 words, until engines have compiled what they find worth it. */
const WARM_UP = 1_500;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
// Of its pipeline, only what splits sentences.
const wink = winkNLP(model, ["sbd"]);
const memory = new WebAssembly.Memory({ initial: 256 });
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
  "wink-nlp: sentences": (text) => wink.readDoc(text).sentences().out(),
  "compromise/one: sentences": (text) => compromise(text).out("array"),
  "sbd: sentences": (text) => sbd.sentences(text),
  "Intl.Segmenter: sentences": (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
  "the floor: the string into WebAssembly and back": intoMemoryAndBack,
};

/**
 * The median time of a call for each text, `NaN` where it would take too long.
 *
 * @param {(text: string) => unknown} call
 * @param {string[]} texts
 */
function measure(call, texts) {
  const warm = processorTime();
  while (processorTime() - warm < WARM_UP) call(texts[FROM] ?? "");
  /** @type {number[]} */
  const medians = [];
  for (const [at, text] of texts.entries()) {
    // At least in proportion to the length.
    const expected = (medians.at(-1) ?? 0) * (text.length / (texts[at - 1]?.length ?? text.length));
    medians.push(expected > PATIENCE || Number.isNaN(expected) ? NaN : medianOf(() => call(text)));
  }
  return medians;
}

/** @param {() => unknown} call */
function medianOf(call) {
  const times = [];
  const end = processorTime() + PATIENCE;
  for (let round = 0; round < ROUNDS && processorTime() < end; round += 1) {
    const start = processorTime();
    let [calls, taken] = [0, 0];
    while (taken < ROUND) {
      call();
      calls += 1;
      taken = processorTime() - start;
    }
    times.push(taken / calls);
  }
  return median(times);
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
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).median.point_estimate / 1e6 : NaN;
  });
}

/**
 * @param {string} name
 * @param {number[]} times
 * @param {number[]} [ours]
 */
function row(name, times, ours) {
  const cells = times.map((time, at) => {
    if (Number.isNaN(time)) return "-".padStart(10) + " ".repeat(9);
    const ratio = ours ? `${Number((time / (ours[at] ?? NaN)).toPrecision(2))}×` : "";
    return time.toPrecision(3).padStart(10) + ratio.padStart(9);
  });
  const [first = NaN, last = NaN] = [FROM, LENGTHS.length - 1].map((at) => (times[at] ?? NaN) / (sizes[at] ?? NaN));
  const growth = Number.isNaN(last) ? "" : (last / first).toFixed(2);
  console.log(`${name.padEnd(50)}${cells.join("")}${growth.padStart(8)}`);
}

const invented = shuffled(inventedText(), 4_000_000);
const texts = LENGTHS.map((words) => beginning(invented, words));
const sizes = texts.map((text) => Buffer.byteLength(text));

const words = LENGTHS.map((length) => length.toLocaleString("en").padStart(10) + " ".repeat(9));
console.log(`\n${"median, ms; words:".padEnd(50)}${words.join("")}  growth`);
const criterion = process.argv[2];
if (criterion) {
  console.log("\nnative");
  for (const stage of ["reading", "decoding", "sections", "key-points", "outline"]) row(stage, native(criterion, stage));
}
console.log("\nin Node, and times as long as the outline");
/** @type {number[] | undefined} */
let whole;
for (const [name, call] of Object.entries(CALLS)) {
  const times = measure(call, texts);
  whole ??= times;
  row(name, times, whole);
}
