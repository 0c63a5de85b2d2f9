// Facts: this crate, chrono-node and compromise on the hand-checked sentences of tests/fixtures/facts.
//
//   npm install --prefix DIR chrono-node compromise compromise-dates     (DIR: a folder outside the repository)
//   node benches/peers/facts.mjs DIR
//
// A fact counts as found when its kind is right and its words are the ones of the fixture (exact) or share at least one
// (overlap). Kinds that a peer does not know are left out of its row.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const require = createRequire(join(resolve(process.argv[2] ?? "."), "package.json"));
const chrono = require("chrono-node");
const nlp = require("compromise");
nlp.plugin(require("compromise-dates"));

/** @typedef {{ kind: string, start: number, end: number }} Found */
/** @typedef {{ today: string | null, sentence: string, facts: Found[] }} Case */

/** @returns {Case[]} */
function readCases() {
  const folder = join(root, "tests/fixtures/facts");
  /** @type {Case[]} */
  const cases = [];
  for (const name of readdirSync(folder).sort()) {
    let today = null;
    for (const line of readFileSync(join(folder, name), "utf8").split("\n")) {
      if (line.startsWith("@ ")) {
        today = line.slice(2) === "none" ? null : line.slice(2);
      } else if (line.startsWith("> ")) {
        cases.push({ today, sentence: line.slice(2), facts: [] });
      } else if (line !== "" && !line.startsWith("#")) {
        const [, kind, words] = /** @type {RegExpMatchArray} */ (line.match(/^(\S+): (.*?)(?: = .*)?$/));
        const { sentence, facts } = cases[cases.length - 1];
        // The same words a second time are the second fact.
        const used = facts.filter((fact) => fact.kind === kind).map((fact) => fact.start);
        let start = sentence.indexOf(words);
        while (used.includes(start)) start = sentence.indexOf(words, start + 1);
        facts.push({ kind, start, end: start + words.length });
      }
    }
  }
  return cases;
}

/** @param {Case[]} cases @returns {Found[][]} */
function ours(cases) {
  /** @type {Found[][]} */
  const found = cases.map(() => []);
  for (const today of new Set(cases.map((item) => item.today))) {
    const indices = cases.flatMap((item, index) => (item.today === today ? [index] : []));
    const cargo = ["run", "--quiet", "--release", "--example", "facts", "--"];
    const { stdout, stderr, status } = spawnSync("cargo", today ? [...cargo, "--today", today] : cargo, {
      cwd: root,
      encoding: "utf8",
      input: indices.map((index) => cases[index].sentence).join("\n"),
    });
    if (status !== 0) throw new Error(stderr);
    stdout.trimEnd().split("\n").forEach((line, place) => {
      found[indices[place]] = JSON.parse(line).map((/** @type {any} */ fact) => ({ kind: fact.kind, ...fact.span }));
    });
  }
  return found;
}

/** @param {Case} item @returns {Found[]} */
function byChrono({ sentence, today }) {
  const reference = new Date(`${today ?? "2031-05-15"}T12:00:00Z`);
  return chrono
    .parse(sentence, reference)
    .map((/** @type {any} */ date) => ({ kind: "date", start: date.index, end: date.index + date.text.length }));
}

/** @param {Case} item @returns {Found[]} */
function byCompromise({ sentence }) {
  const doc = nlp(sentence);
  const spans = (/** @type {string} */ kind, /** @type {any} */ view) =>
    view.json({ offset: true }).map((/** @type {any} */ part) => {
      // compromise keeps the punctuation behind a word in its span.
      const text = sentence.slice(part.offset.start, part.offset.start + part.offset.length);
      const bare = text.replace(/[\s.,;:!?]+$/, "");
      return { kind, start: part.offset.start, end: part.offset.start + bare.length };
    });
  const dates = spans("date", doc.dates());
  const inDate = (/** @type {Found} */ figure) => dates.some((/** @type {Found} */ date) => figure.start < date.end && date.start < figure.end);
  return [
    ...dates,
    ...spans("figure", doc.numbers()).filter((/** @type {Found} */ figure) => !inDate(figure)),
    ...spans("person", doc.people()),
    ...spans("organisation", doc.organizations()),
    ...spans("place", doc.places()),
  ];
}

/** @param {Case[]} cases @param {Found[][]} found @param {string} kind @param {(a: Found, b: Found) => boolean} same */
function score(cases, found, kind, same) {
  let [right, proposed, expected] = [0, 0, 0];
  cases.forEach((item, index) => {
    const open = item.facts.filter((fact) => fact.kind === kind);
    expected += open.length;
    for (const fact of found[index].filter((fact) => fact.kind === kind)) {
      proposed += 1;
      const hit = open.findIndex((gold) => same(gold, fact));
      if (hit >= 0) {
        right += 1;
        open.splice(hit, 1);
      }
    }
  });
  return [right / (proposed || 1), right / (expected || 1)].map((share) => share.toFixed(2)).join(" / ");
}

const cases = readCases();
const kinds = ["figure", "date", "person", "organisation", "place"];
const systems = {
  "speech-outline": ours(cases),
  "chrono-node": cases.map(byChrono),
  compromise: cases.map(byCompromise),
};
console.log(`${cases.length} sentences; precision / recall`);
console.log(`| | ${kinds.join(" | ")} |\n| --- |${" --- |".repeat(kinds.length)}`);
for (const [name, found] of Object.entries(systems)) {
  const known = kinds.map((kind) => found.some((facts) => facts.some((fact) => fact.kind === kind)));
  for (const [label, same] of /** @type {const} */ ([
    ["exact", (/** @type {Found} */ a, /** @type {Found} */ b) => a.start === b.start && a.end === b.end],
    ["overlap", (/** @type {Found} */ a, /** @type {Found} */ b) => a.start < b.end && b.start < a.end],
  ])) {
    const cells = kinds.map((kind, i) => (known[i] ? score(cases, found, kind, same) : "–"));
    console.log(`| ${name}, ${label} | ${cells.join(" | ")} |`);
  }
}
