// What is measured: the outline, what other packages need to split the same text into sentences, and the floor. It runs
// in Node and, bundled, in a browser.
import compromise from "compromise/one";
import sbd from "sbd";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

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

/**
 * @param {Pick<typeof import("speech-outline"), "outline" | "transcript">} ours
 * @returns {Record<string, (text: string) => unknown>}
 */
export const calls = ({ outline, transcript }) => ({
  "speech-outline: outline()": outline,
  "speech-outline: transcript()": transcript,
  "wink-nlp: sentences": (text) => wink.readDoc(text).sentences().out(),
  "compromise/one: sentences": (text) => compromise(text).out("array"),
  "sbd: sentences": (text) => sbd.sentences(text),
  "Intl.Segmenter: sentences": (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
  "the floor: the string into WebAssembly and back": intoMemoryAndBack,
});
