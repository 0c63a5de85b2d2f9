// The package as a Node program uses it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import * as api from "speech-outline";

const text =
  "MR. LØNN: Good morning – “great” 😀 to see you. Today I am announcing 3 new ferries for the town.\n\n" +
  "Q: When will they sail?\n\nMR. LØNN: In May.";

test("outline() works at once, without init()", () => {
  const { sections, keyPoints } = api.outline(text);
  assert.equal(sections[0]?.span.start, 0);
  assert.equal(sections.at(-1)?.span.end, text.length);
  assert.ok(keyPoints.length > 0);
  for (const point of keyPoints) assert.equal(point.text, text.slice(point.span.start, point.span.end));
});

test("init() does no harm, and can be called again", async () => {
  await Promise.all([api.init(), api.init()]);
  assert.ok(api.outline(text));
});

test("the same text gives the same outline, which survives a message to a worker", () => {
  const outline = api.outline(text);
  assert.deepEqual(api.outline(text), outline);
  assert.deepEqual(structuredClone(outline), outline);
  assert.deepEqual(JSON.parse(JSON.stringify(outline)), outline);
});

test("transcript() tells who said what, in plain data", () => {
  const read = api.transcript(text);
  assert.deepEqual(JSON.parse(JSON.stringify(read)), read);
  assert.deepEqual(read.speakers[0], { name: "MR. LØNN", role: "principal" });
  const said = read.sentences.map(({ span, turn }) => [turn, text.slice(span.start, span.end)]);
  assert.deepEqual(said, [
    [0, "Good morning – “great” 😀 to see you."],
    [0, "Today I am announcing 3 new ferries for the town."],
    [1, "When will they sail?"],
    [2, "In May."],
  ]);
});

test("transcript() says how a file is laid out, reads it otherwise where asked, and tells what is broken", () => {
  const file = "WEBVTT\n\n00:05.000 --> 00:07.000\nThe harbour is open.\n\n" +
    "00:02.000 --> 00:09.000\nIt will stay open <i tonight.\n";
  const read = api.transcript(file);
  assert.equal(read.format, "webvtt");
  assert.deepEqual(read.sentences[0]?.time, { start: 5, end: 7 });
  assert.deepEqual(read.notes.map(({ code }) => code).sort(), ["time-runs-backwards", "unclosed-tag"]);
  assert.equal(api.transcript(file, { format: "plain" }).format, "plain");
  assert.throws(() => api.transcript(""), api.EmptyInputError);
});

test("require() gives the same module", () => {
  const required = createRequire(import.meta.url)("speech-outline");
  assert.equal(required.outline, api.outline);
});

test("errors are of the documented classes", () => {
  /** @type {[unknown[], new (...rest: any[]) => Error, string, RegExp][]} */
  const cases = [
    [[""], api.EmptyInputError, "empty", /no text/],
    [["a".repeat(17 * 1024 * 1024)], api.InputTooLargeError, "too-large", /17 MB.*at most 16 MB/],
    [[text, { format: "docx" }], api.InvalidOptionsError, "invalid-option", /"docx": expected "auto", "plain"/],
    [[text, { maxKeypoints: 1 }], api.InvalidOptionsError, "invalid-option", /maxKeypoints/],
    [[text, ["auto"]], api.InvalidOptionsError, "invalid-option", /expected format/],
    [[text, { format: 3 }], api.InvalidOptionsError, "invalid-option", /"format" cannot be "number"/],
    [[text, { language: {} }], api.InvalidOptionsError, "invalid-option", /"language" cannot be "object"/],
    [[text, { maxKeyPoints: "3" }], api.InvalidOptionsError, "invalid-option", /a whole number from 0 to 100/],
    [[text, { format: "auto\0granularity\0fine" }], api.InvalidOptionsError, "invalid-option", /"format" cannot be "auto\ufffdgranularity/],
    [[text, { "format\0auto\0language": "auto" }], api.InvalidOptionsError, "invalid-option", /expected format/],
    [[text, { maxKeyPoints: NaN }], api.InvalidOptionsError, "invalid-option", /cannot be "NaN"/],
  ];
  for (const [args, Class, code, message] of cases) {
    assert.throws(() => Reflect.apply(api.outline, undefined, args), (error) => {
      assert.ok(error instanceof Class && error instanceof api.SpeechOutlineError);
      assert.equal(error.name, Class === api.EmptyInputError ? "EmptyInputError" : error.name);
      assert.equal(error.code, code);
      assert.match(error.message, message);
      return true;
    });
  }
  for (const args of [[], [null], [3], [text, "auto"], [text, 3], [text, true]]) {
    assert.throws(() => Reflect.apply(api.outline, undefined, args), TypeError);
  }
});

test("key points quote lone surrogates as the text has them", () => {
  const lone = text.replace("new ferries", "\ud83d new ferries");
  const { keyPoints, sections } = api.outline(lone);
  for (const { text: quoted, span } of [...keyPoints, ...sections.flatMap((section) => section.keyPoints)]) {
    assert.equal(quoted, lone.slice(span.start, span.end));
  }
  assert.ok(keyPoints.some(({ text }) => text.includes("\ud83d")));
});

test("options from another realm, with a getter that throws, or null, are what they seem", () => {
  assert.ok(api.outline(text, null));
  assert.ok(api.outline(text, Object.assign(Object.create(null), { format: "auto" })));
  const failing = { get format() { throw new URIError("mine"); } };
  assert.throws(() => api.outline(text, /** @type {any} */ (failing)), URIError);
});

test("16 MiB are outlined", { timeout: 120_000 }, () => {
  const paragraph = "We have decided to build 3 ferries by May, and nobody will pay more than before.\n\n";
  const large = paragraph.repeat(Math.floor((16 * 1024 * 1024) / paragraph.length));
  assert.equal(api.outline(large).sections.at(-1)?.span.end, large.length);
});

test("outlineAsync() gives the same, here", async () => {
  assert.deepEqual(await api.outlineAsync(text, { worker: true, maxKeyPoints: 1 }), {
    outline: api.outline(text, { maxKeyPoints: 1 }),
    thread: "main",
  });
  await assert.rejects(api.outlineAsync(" "), api.EmptyInputError);
  await assert.rejects(api.outlineAsync(text, { signal: AbortSignal.abort(new URIError("mine")) }), URIError);
});

test("outlineAsync() tells how far it is, and passes on what goes wrong in being told", async () => {
  /** @type {api.Progress[]} */
  const told = [];
  const { outline } = await api.outlineAsync(text, { onProgress: (progress) => told.push(progress) });
  assert.deepEqual(outline, api.outline(text));
  assert.deepEqual(told.map(({ stage }) => stage), ["loading", "reading", "sections", "key-points", "done"]);
  assert.deepEqual(told.map(({ fraction }) => fraction), [0, 0, 0.1, 0.4, 1]);
  const fail = (/** @type {api.Progress["stage"]} */ at) => (/** @type {api.Progress} */ { stage }) => {
    if (stage === at) throw new URIError(stage);
  };
  for (const stage of /** @type {const} */ (["loading", "sections", "done"])) {
    await assert.rejects(api.outlineAsync(text, { onProgress: fail(stage) }), URIError);
  }
  // What is told stops at the stage that does not come to its end.
  told.length = 0;
  await assert.rejects(api.outlineAsync(" ", { onProgress: (progress) => told.push(progress) }), api.EmptyInputError);
  assert.deepEqual(told.map(({ stage }) => stage), ["loading", "reading"]);
});

test("the inline module gives the same", async () => {
  const inline = await import("speech-outline/inline");
  await inline.init();
  assert.deepEqual(inline.outline(text), api.outline(text));
  assert.deepEqual(inline.transcript(text), api.transcript(text));
});
