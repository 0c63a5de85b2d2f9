// Corrections as data: what each does to an outline, and how they follow an edited text. No browser needed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { carried, corrected } from "../../www/corrections.js";

/** @import { KeyPoint, Outline, Section } from "../../pkg/index.js" */
/** @import { Correction } from "../../www/corrections.js" */

const TEXT = "Hello all. We open a ferry. It costs 5 million. Why now? Because of ice. Goodbye.";
const at = (/** @type {string} */ words) => TEXT.indexOf(words);
const spanOf = (/** @type {string} */ words) => ({ start: at(words), end: at(words) + words.length });

/** @param {string} words @returns {KeyPoint} */
const point = (words) => ({ text: words, span: spanOf(words), section: 0, score: 0.5, speaker: 0, reasons: [], facts: [] });

/** @param {Section["kind"]} kind @param {string} from @param {string} to @param {KeyPoint[]} [keyPoints] @returns {Section} */
const section = (kind, from, to, keyPoints = []) => ({
  kind,
  title: "",
  span: { start: at(from), end: to === "" ? TEXT.length : at(to) },
  speakers: [0],
  confidence: 0.4,
  keyPoints,
});

const COST = { ...point("It costs 5 million."), section: 1 };

/** @type {Outline} */
const OUTLINE = {
  version: 1,
  format: "plain",
  language: "en",
  title: null,
  source: null,
  date: null,
  place: null,
  speakers: [
    { name: "Reed", role: "principal", words: 10, spans: [{ start: 0, end: at("Why") }, { start: at("Because"), end: TEXT.length }] },
    { name: "Q", role: "press", words: 2, spans: [{ start: at("Why"), end: at("Because") }] },
  ],
  sections: [
    section("opening", "Hello", "We open"),
    section("announcement", "We open", "Why", [COST]),
    {
      ...section("question-answer", "Why", "Goodbye"),
      kind: "question-answer",
      exchange: { asker: 1, question: spanOf("Why now?"), answers: [{ speaker: 0, span: spanOf("Because of ice.") }], followUps: [] },
    },
    section("closing", "Goodbye", ""),
  ],
  keyPoints: [COST],
  masked: [],
  stats: { words: 15, sentences: 6, readingMinutes: 1 },
};

/** @param {...Correction} corrections */
const after = (...corrections) => {
  const outline = corrected(OUTLINE, TEXT, corrections);
  const ends = outline.sections.map(({ span }) => span.end);
  assert.deepEqual(outline.sections.map(({ span }) => span.start), [0, ...ends.slice(0, -1)], "sections tile the text");
  assert.equal(ends.at(-1), TEXT.length);
  for (const { section, span } of outline.keyPoints) {
    assert.ok(outline.sections[section]?.keyPoints.some((known) => known.span.start === span.start), "points are at home");
  }
  return outline;
};

test("a kind and a title are changed, and a corrected section is sure", () => {
  const { sections } = after({ type: "kind", at: at("We open"), kind: "agenda-item" }, { type: "title", at: at("We open"), title: "Ferry" });
  assert.deepEqual([sections[1]?.kind, sections[1]?.title, sections[1]?.confidence], ["agenda-item", "Ferry", 1]);
  assert.equal(sections[0]?.confidence, 0.4);
});

test("a section that is no longer a question has no exchange", () => {
  const { sections } = after({ type: "kind", at: at("Why"), kind: "agenda-item" });
  assert.equal(sections[2] && "exchange" in sections[2], false);
});

test("a split section shares out its speakers and key points", () => {
  const { sections, keyPoints } = after({ type: "split", at: at("It costs") });
  assert.equal(sections.length, 5);
  assert.deepEqual(sections[1]?.keyPoints, []);
  assert.equal(sections[2]?.keyPoints[0]?.text, COST.text);
  assert.equal(keyPoints[0]?.section, 2);
});

test("joining undoes splitting, and takes questions together", () => {
  const { sections } = after({ type: "split", at: at("Because") }, { type: "join", at: at("Because") });
  assert.equal(sections.length, 4);
  const joined = after({ type: "join", at: at("Why") });
  assert.deepEqual(joined.sections[1]?.speakers, [0, 1]);
  assert.equal(joined.sections[1]?.kind, "announcement");
});

test("a moved boundary takes key points along", () => {
  const { sections, keyPoints } = after({ type: "move", from: at("Why"), to: at("It costs") });
  assert.equal(sections[2]?.span.start, at("It costs"));
  assert.equal(keyPoints[0]?.section, 2);
});

test("key points are added and dropped", () => {
  const words = "We open a ferry.";
  const added = after({ type: "add", ...spanOf(words) });
  assert.deepEqual(added.keyPoints.map(({ text }) => text), [COST.text, words]);
  assert.equal(added.keyPoints[1]?.speaker, 0);
  assert.deepEqual(after({ type: "drop", ...COST.span }).keyPoints, []);
});

test("what does not fit changes nothing", () => {
  const odd = /** @type {Correction[]} */ ([
    { type: "join", at: 0 },
    { type: "join", at: 3 },
    { type: "split", at: 0 },
    { type: "split", at: TEXT.length },
    { type: "move", from: at("Why"), to: 0 },
    { type: "move", from: at("Why"), to: TEXT.length },
    { type: "kind", at: 5, kind: "closing" },
    { type: "add", start: 5, end: 5 },
    { type: "add", start: 5, end: TEXT.length },
  ]);
  for (const one of odd) assert.deepEqual(after(one), OUTLINE, JSON.stringify(one));
});

test("corrections follow the text when it is edited before them, and go with the words they were made on", () => {
  /** @type {Correction[]} */
  const corrections = [{ type: "split", at: at("It costs") }, { type: "drop", ...COST.span }];
  assert.deepEqual(carried(corrections, TEXT, `Well. ${TEXT}`), [
    { type: "split", at: at("It costs") + 6 },
    { type: "drop", start: COST.span.start + 6, end: COST.span.end + 6 },
  ]);
  assert.deepEqual(carried(corrections, TEXT, TEXT.replace("Goodbye", "Bye")), corrections);
  assert.deepEqual(carried(corrections, TEXT, TEXT.replace("ferry. It costs 5", "boat for")), []);
});
