// The payloads of payloads.txt, and those that are too long for a line.

import { readFileSync } from "node:fs";

/** @import { Outline } from "../../pkg/index.js" */

/** @type {Record<string, string>} */
const SHORT = { n: "\n", r: "\r", t: "\t", 0: "\0" };

/** @param {string} line */
const decoded = (line) =>
  line.replace(/\\(?:u\{(\w+)\}|u(\w{4})|([nrt0]))/g, (_, long, code, short) => (short ? (SHORT[short] ?? "") : String.fromCodePoint(parseInt(long ?? code, 16))));

const lines = readFileSync(new URL("payloads.txt", import.meta.url), "utf8").split("\n");

export const payloads = [
  ...lines.filter((line) => line !== "" && !line.startsWith("# ")).map(decoded),
  "Donaudampfschiff".repeat(1500),
  "<b>".repeat(5000),
];

/** A name for a test. @param {string} payload */
export const named = (payload) => JSON.stringify(payload.slice(0, 60));

/** An outline whose every string is the payload. @param {string} payload @returns {Outline} */
export function outlineOf(payload) {
  const span = { start: 0, end: payload.length };
  /** @type {Outline["keyPoints"][number]} */
  const point = { text: payload, span, section: 0, score: 1, speaker: 0, reasons: ["figure"], facts: [] };
  const exchange = { asker: 0, question: span, answers: [{ speaker: 0, span }], followUps: [] };
  return {
    version: 1,
    format: "plain",
    language: "en",
    title: payload,
    source: payload,
    date: payload,
    place: payload,
    speakers: [{ name: payload, role: "principal", words: 3, spans: [span] }],
    sections: [
      { kind: "question-answer", title: payload, span, speakers: [0], confidence: 0.4, keyPoints: [point], exchange, time: { start: 62, end: 3700 } },
    ],
    keyPoints: [point],
    masked: [],
    stats: { words: 3, sentences: 1, readingMinutes: 1 },
  };
}
