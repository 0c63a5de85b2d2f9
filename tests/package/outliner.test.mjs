// createOutliner(): the outline of a transcript that grows, push by push.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import * as api from "speech-outline";

import { Outliner, WINDOW } from "../../pkg/outliner.js";

/** @typedef {import("../../pkg/types.js").Outline} Outline */
/** @typedef {import("../../pkg/types.js").Span} Span */

const root = new URL("../../", import.meta.url);

/** @param {string} folder */
function read(folder) {
  const names = readdirSync(new URL(folder, root)).filter((name) => !/\.read$|^README/.test(name)).sort();
  return names.map((name) => ({
    name,
    text: readFileSync(new URL(`${folder}/${name}`, root), "utf8").replace(/\n====================[^]*|⟦[^⟧]*⟧/g, ""),
  }));
}

const fixtures = [...read("tests/fixtures/outline"), ...read("tests/fixtures/transcript")];
const invented = read("training/invented").filter(({ name }) => name.endsWith(".txt")).map(({ text }) => text);

/** A town council that sits all day: invented transcripts with labels, one after the other. */
const long = invented.filter((text) => /^[A-Z. ]{3,40}:/m.test(text)).join("\n\n").slice(0, 200_000);

/** Captions of somebody who speaks without end. */
const captions = `WEBVTT\n\n${Array.from({ length: 4_000 }, (_, at) => {
  const time = (/** @type {number} */ second) =>
    [3600, 60, 1].map((unit) => String(Math.floor(second / unit) % 60).padStart(2, "0")).join(":");
  return `${time(at * 2)}.000 --> ${time(at * 2 + 2)}.000\nStreet number ${at} will be paved – 😀 – by May ${at % 28 + 1}.\n`;
}).join("\n")}`;

/**
 * Pieces of these lengths, over and over, cut wherever they end.
 *
 * @param {string} text
 * @param {number[]} lengths
 */
function cut(text, lengths) {
  const pieces = [];
  for (let at = 0, next = 0; at < text.length; next += 1) {
    const length = lengths[next % lengths.length] ?? 1;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/**
 * What holds for every outline.
 *
 * @param {Outline} outline
 * @param {string} text
 */
function assertSound(outline, text) {
  let at = 0;
  for (const { span, kind } of outline.sections) {
    assert.equal(span.start, at, kind);
    assert.ok(span.end > at, kind);
    at = span.end;
  }
  assert.equal(at, text.length);
  const points = outline.sections.flatMap(({ keyPoints }, section) => keyPoints.map((point) => ({ point, section })));
  for (const { point, section } of [...points, ...outline.keyPoints.map((point) => ({ point, section: point.section }))]) {
    assert.equal(point.text, text.slice(point.span.start, point.span.end));
    assert.equal(point.section, section);
    const { span } = outline.sections[section] ?? assert.fail(`section ${section}`);
    assert.ok(span.start <= point.span.start && point.span.end <= span.end, point.text);
    assert.ok(point.speaker === null || outline.speakers[point.speaker], `speaker ${point.speaker}`);
    for (const fact of point.facts) {
      assert.ok(point.span.start <= fact.span.start && fact.span.end <= point.span.end, point.text);
    }
  }
  for (const speaker of outline.sections.flatMap(({ speakers }) => speakers)) assert.ok(outline.speakers[speaker]);
  for (const { spans } of outline.speakers) assertOrdered(spans, text.length);
  assertOrdered(outline.masked, text.length);
  const scores = outline.keyPoints.map(({ score }) => score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  assert.ok(outline.stats.words >= outline.speakers.reduce((sum, { words }) => sum + words, 0) * 0.98);
}

/**
 * @param {Span[]} spans
 * @param {number} length
 */
function assertOrdered(spans, length) {
  let at = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= at && end > start && end <= length, `${start}..${end} after ${at}`);
    at = end;
  }
}

for (const [lengths, most] of /** @type {[number[], number][]} */ ([[[1], 30], [[7, 1, 30], 400], [[400], Infinity]])) {
  test(`every fixture, in pieces of ${lengths} units: as outline() after each push and at the end`, () => {
    for (const { name, text: whole } of fixtures) {
      const text = whole.slice(0, most);
      const outliner = api.createOutliner({ granularity: "fine", maxKeyPoints: 4 });
      let sofar = "";
      for (const piece of cut(text, lengths)) {
        sofar += piece;
        const outline = outliner.push(piece);
        const expected = sofar.trim() === "" || /^\uFEFF?$/.test(sofar)
          ? null
          : api.outline(sofar, { granularity: "fine", maxKeyPoints: 4 });
        assert.deepEqual(outline, expected, name);
      }
      assert.equal(outliner.text, text);
      assert.deepEqual(outliner.finish(), api.outline(text, { granularity: "fine", maxKeyPoints: 4 }), name);
    }
  });
}

for (const [what, text, lengths] of /** @type {[string, string, number[]][]} */ ([
  ["a long meeting", long, [4_999, 9_001, 500]],
  ["a long meeting in one push and a rest", long, [long.length - 10, 10]],
  ["captions without a break", captions, [14_321]],
  ["one endless sentence", "and so on and on 😀 ".repeat(10_000), [15_001]],
  ["no break at all", "😀".repeat(60_000), [7_777]],
  ["a long silence", `MAYOR: Good evening.${" \n".repeat(60_000)}MAYOR: Good night.`, [9_000]],
])) {
  test(`${what}: sound after each push, at a bounded cost, and in the end as outline()`, { timeout: 120_000 }, () => {
    let handed = 0;
    const outliner = new Outliner((given, options) => {
      handed = given.length;
      return api.outline(given, options);
    });
    let sofar = "";
    for (const piece of cut(text, lengths)) {
      sofar += piece;
      const outline = outliner.push(piece);
      if (outline) assertSound(outline, sofar);
      assert.ok(handed <= WINDOW.most + WINDOW.head + piece.length, `${handed} units for ${piece.length}`);
    }
    assert.equal(outliner.text, text);
    assert.deepEqual(outliner.finish(), api.outline(text));
  });
}

test("before the end, a long transcript has nearly the sections and speakers that it has in the end", () => {
  const outliner = api.createOutliner();
  let outline = null;
  for (const piece of cut(long, [8_000])) outline = outliner.push(piece);
  const whole = outliner.finish();
  const starts = (/** @type {Outline | null} */ of) => new Set(of?.sections.map(({ span }) => span.start));
  const [found, expected] = [starts(outline), starts(whole)];
  const both = [...found].filter((start) => expected.has(start)).length;
  assert.ok(both / found.size > 0.9 && both / expected.size > 0.9, `${both} of ${found.size}, ${expected.size}`);
  const near = (/** @type {number | undefined} */ a, /** @type {number} */ b) =>
    assert.ok(a !== undefined && Math.abs(a - b) <= b * 0.05, `${a} for ${b}`);
  near(outline?.stats.words, whole.stats.words);
  near(outline?.stats.sentences, whole.stats.sentences);
  near(outline?.speakers.length, whole.speakers.length);
});

test("settled sections stay as they are", () => {
  const outliner = api.createOutliner();
  /** @type {Outline | null} */
  let last = null;
  let kept = 0;
  for (const piece of cut(long, [10_000])) {
    const outline = outliner.push(piece);
    const settled = outliner.text.length - WINDOW.most - 10_000;
    for (const [at, section] of last?.sections.entries() ?? []) {
      if (section.span.end > settled) break;
      assert.deepEqual(outline?.sections[at], section);
      kept += 1;
    }
    last = outline;
  }
  assert.ok(kept > 100);
});

test("errors are typed, and what was refused is not there", () => {
  const outliner = api.createOutliner();
  assert.equal(outliner.push(""), null);
  assert.equal(outliner.push(" \n"), null);
  assert.throws(() => outliner.finish(), api.EmptyInputError);
  assert.throws(() => outliner.push(/** @type {any} */ (3)), TypeError);
  outliner.push("Good evening.");
  assert.throws(() => outliner.push("é".repeat(9 * 1024 * 1024)), api.InputTooLargeError);
  assert.equal(outliner.text, " \nGood evening.");
  assert.equal(outliner.finish(), outliner.finish());
  assert.throws(() => outliner.push("More."), (error) => error instanceof api.OutlinerFinishedError && error.code === "finished");
  assert.equal(outliner.text, " \nGood evening.");
  assert.throws(() => api.createOutliner(/** @type {any} */ ({ format: "docx" })), api.InvalidOptionsError);
});

test("the inline module has it too", async () => {
  const inline = await import("speech-outline/inline");
  await inline.init();
  assert.deepEqual(inline.createOutliner().push("Good evening."), api.outline("Good evening."));
});
