// custom-elements.json: that it says of <speech-outline> all that is true, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { SpeechOutlineElement } from "speech-outline/element";

import { article, reached, text, withPage } from "./element-page.mjs";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../pkg/${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("custom-elements.json"));
const [declared] = manifest.modules[0].declarations;

/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();
/** @param {Iterable<string>} list */
const sorted = (list) => [...new Set(list)].sort();

test("attributes and members are those of the class, and of its types", () => {
  // Two are looked at only when they are needed.
  assert.deepEqual(names(declared.attributes), sorted([...SpeechOutlineElement.observedAttributes, "collapsed", "worker"]));
  const own = Object.getOwnPropertyNames(SpeechOutlineElement.prototype).filter((name) => !/^constructor$|Callback$|^followAddress$/.test(name));
  assert.deepEqual(names(declared.members), own.sort());
  const types = read("element.d.ts");
  for (const { name } of declared.members) assert.match(types, new RegExp(`^  (readonly |get )?${name}\\b`, "m"));
  for (const { name } of declared.events) assert.ok(types.includes(`"${name}"`));
});

test("parts, slots and states are those that occur", () =>
  withPage(
    `<speech-outline id="a">${article}</speech-outline><speech-outline id="b" src="t.vtt"></speech-outline><speech-outline id="c" src="missing.txt"></speech-outline>`,
    async (page) => {
      await page.waitForFunction(() => [...document.querySelectorAll("speech-outline")].every(({ state }) => /ready|error/.test(state)));
      const found = await page.evaluate(async (text) => {
        const unsure = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("#b"));
        const outline = structuredClone(unsure.outline);
        for (const section of outline?.sections ?? []) section.confidence = 0.3;
        const [point] = outline?.keyPoints ?? [];
        if (point) point.context = { start: 0, end: 10 };
        unsure.text = unsure.text ?? text;
        unsure.outline = outline;
        await new Promise((resolve) => setTimeout(resolve, 500));
        const all = [...document.querySelectorAll("speech-outline")].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("*") ?? [])]);
        return {
          parts: all.flatMap((node) => [...node.part]),
          slots: all.filter((node) => node instanceof HTMLSlotElement).map((slot) => slot.name),
        };
      }, text);
      // A kind of section that this transcript does not have.
      assert.deepEqual(names(declared.cssParts), sorted([...found.parts, "opening", "agenda-item", "announcement", "question-answer", "closing"]));
      assert.deepEqual(names(declared.slots), sorted(found.slots));
    },
    {
      files: { "t.vtt": `WEBVTT\n\n${text.split(/\n\n/).map((words, at) => `00:${10 + at}.000 --> 00:${11 + at}.000\n${words}`).join("\n\n")}`, "missing.txt": "" },
      faults: /404/,
    },
  ));

test("custom properties are those of the style sheet and of the marks", async () => {
  const used = `${read("element.css")}${read("dist/element.js")}`.matchAll(/--speech-outline-[a-z-]+/g);
  assert.deepEqual(names(declared.cssProperties), sorted([...used].map(([name]) => name)));
  await withPage("<speech-outline></speech-outline>", async (page) => {
    await reached(page, "empty");
    const states = ["empty", "loading", "ready", "error"];
    assert.deepEqual(names(declared.cssStates), [...states, "many"].sort());
    assert.deepEqual(await page.evaluate((states) => states.filter((state) => document.querySelector("speech-outline")?.matches(`:state(${state})`)), states), ["empty"]);
  });
});
