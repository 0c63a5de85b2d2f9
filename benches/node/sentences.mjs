// How fast the sentence splitter is in WebAssembly, beside those of other packages, on the same texts in the same run.
// `cargo xtask bench sentences` builds the modules and hands their folder to it:
//
//   node benches/node/sentences.mjs target/benches/sentences
//
// It prints megabytes (of UTF-8) a second, medians, and what a byte costs in one long text beside what it costs in
// short ones. Time is the processor's, not the clock's, so that other programs disturb it less. All sizes are cut from
// the same ten megabytes, so that they differ in nothing but their length.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import sbd from "sbd";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import { median, processorTime } from "./measure.mjs";
import { inventedText, shuffled } from "./text.mjs";

const TOTAL = 10_000_000;
/** Lengths of the texts that the total is cut into. */
const LENGTHS = [100_000, 1_000_000, TOTAL];
const ROUNDS = 7;
/** For all rounds of one call at one length, in milliseconds. What cannot be ready in it is not tried. */
const PATIENCE = 10_000;
/** In milliseconds. */
const WARM_UP = 1_500;

/** What the modules that are measured were compiled for, by their folder. */
const AIMS = { size: "as shipped", speed: "for speed" };

const folder = resolve(process.argv[2] ?? "target/benches/sentences");

/** @typedef {(text: string) => () => unknown} Prepare What is measured is the function that comes back. */

/** @type {Record<string, Prepare>} */
const calls = {};
for (const [aim, name] of Object.entries(AIMS)) {
  const module = await import(pathToFileURL(join(folder, aim, "sentences.js")).href);
  module.initSync({ module: readFileSync(join(folder, aim, "sentences_bg.wasm")) });
  calls[`speech-outline, ${name}, text in memory`] = (text) => {
    const loaded = new module.Loaded(text);
    return () => loaded.split();
  };
  calls[`speech-outline, ${name}, string to spans`] = (text) => () => module.sentences(text);
  calls[`speech-outline, ${name}, string to strings`] = (text) => () => strings(text, module.sentences(text));
}
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
// Of its pipeline, only what splits sentences.
const wink = winkNLP(model, ["sbd"]);
calls["sbd"] = (text) => () => sbd.sentences(text);
calls["wink-nlp"] = (text) => () => wink.readDoc(text).sentences().out();
calls["Intl.Segmenter"] = (text) => () => Array.from(segmenter.segment(text), ({ segment }) => segment);

/**
 * @param {string} text
 * @param {Uint32Array} spans
 */
function strings(text, spans) {
  const found = [];
  for (let at = 0; at < spans.length; at += 2) found.push(text.slice(spans[at], spans[at + 1]));
  return found;
}

/**
 * Calls until engines have compiled what they find worth it.
 *
 * @param {Prepare} prepare
 * @param {string[]} texts
 */
function warmUp(prepare, texts) {
  const end = processorTime() + WARM_UP;
  for (let at = 0; processorTime() < end; at += 1) prepare(texts[at % texts.length] ?? "")();
}

/**
 * The median speed of a call, in bytes a millisecond. The first round counts only where there is no time for another.
 *
 * @param {Prepare} prepare
 * @param {string[]} texts
 */
function measure(prepare, texts) {
  const speeds = [];
  const start = processorTime();
  for (let round = 0; round < ROUNDS; round += 1) {
    let [bytes, time] = [0, 0];
    for (const text of texts) {
      const call = prepare(text);
      const before = processorTime();
      call();
      time += processorTime() - before;
      bytes += Buffer.byteLength(text);
      if (processorTime() - start > PATIENCE) break;
    }
    speeds.push(bytes / time);
    if (processorTime() - start > PATIENCE) break;
  }
  return median(speeds.length > 1 ? speeds.slice(1) : speeds);
}

const text = shuffled(inventedText(), TOTAL);
const cells = (/** @type {string[]} */ values) => values.map((value) => value.padStart(14)).join("");
console.log(`\n${"MB/s".padEnd(52)}${cells(["100 KB", "1 MB", "10 MB", "cost per byte"])}`);
for (const [name, prepare] of Object.entries(calls)) {
  /** @type {number[]} */
  const speeds = [];
  warmUp(prepare, pieces(text, LENGTHS[0]));
  for (const length of LENGTHS) {
    const last = speeds.at(-1);
    if (last !== undefined && length / last > PATIENCE) break;
    speeds.push(measure(prepare, pieces(text, length)));
  }
  const [short = NaN, , long] = speeds;
  const numbers = LENGTHS.map((_, at) => ((speeds[at] ?? NaN) / 1e3).toFixed(1).replace("NaN", "-"));
  console.log(`${name.padEnd(52)}${cells([...numbers, long === undefined ? "-" : (short / long).toFixed(2)])}`);
}

/**
 * The text in pieces of a length, cut between words.
 *
 * @param {string} text
 * @param {number} length
 */
function pieces(text, length) {
  const found = [];
  for (let at = 0; at < text.length;) {
    const cut = text.length - at <= length * 1.5 ? text.length : text.indexOf(" ", at + length);
    found.push(text.slice(at, cut));
    at = cut;
  }
  return found;
}
