// Texts that nobody wrote in good faith, and texts that are too much.

import assert from "node:assert/strict";
import { test } from "node:test";

import { linkTo } from "../../www/link.js";
import { idle, outlined, outlineOf, paste, withPage, write } from "./harness.mjs";
import { named, payloads } from "./payloads.mjs";

/** @import { Page } from "playwright-core" */

/** Every place of a transcript that the outline repeats holds the payload. @param {string} payload */
const transcript = (payload) =>
  [
    `Press conference ${payload}`,
    "4 May 2026",
    "",
    `MS. ${payload}: Good morning. Today we have decided that 12 million dollars ${payload} will be spent by June.`,
    "",
    `JANE ${payload} REED: I am announcing that 40 new ferries ${payload} will start in May 2027.`,
    "",
    `${payload}: We will also build 3 piers.`,
    "",
    `QUESTION: Why now ${payload}, and how much will it cost?`,
    "",
    `MS. REED: It will cost 90 million ${payload}. We will publish the plan on Monday.`,
  ].join("\n");

/** What the page is made of: the names of its elements and attributes, and every address in it. @param {Page} page */
const madeOf = (page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll("*")];
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const addresses = attributes.filter(({ name }) => ["src", "href", "xlink:href", "action", "style", "srcdoc", "ping"].includes(name));
    return [
      ...elements.map(({ localName }) => `<${localName}>`),
      ...attributes.map(({ name }) => name),
      ...addresses.map(({ name, value }) => `${name}=${name === "style" ? value.replace(/[\d.]+/g, "0") : value}`),
      ...Object.keys(Object.prototype),
    ];
  });

/** Goes through all that the page can show of a text. @param {Page} page @param {string} text @param {string} title */
async function show(page, text, title) {
  await page.evaluate((hash) => void location.replace(hash), (await linkTo({ text, format: "auto", corrections: [{ type: "title", at: 0, title }] }, "")).address);
  await page.waitForFunction((text) => [...document.querySelectorAll(".words")].map((words) => words.textContent).join("") === text, text);
  for (const selector of [".point-line", ".section-line", "[data-tool=correct]", ".exchange summary", "#save-menu summary", "#shelf-menu summary"]) {
    await page.evaluate((selector) => document.querySelectorAll(selector).forEach((one) => one instanceof HTMLElement && one.click()), selector);
  }
  const find = page.locator("input[type=search]");
  await find.fill(title);
  await find.fill("");
}

const HARMLESS = "Plain \"words\" <3 & more\nand more";

test("a payload is shown as text, wherever it stands: in the words, names, titles, corrections and a link", (t) =>
  withPage(async (page) => {
    await idle(page);
    const known = new Set(await madeOf(page));
    for (const text of [transcript(HARMLESS), transcript("word"), transcript("JANE DOE")]) {
      await show(page, text, "A title");
      for (const part of await madeOf(page)) known.add(part);
    }
    for (const payload of payloads) {
      await t.test(named(payload), async () => {
        // The page's own box has its own idea of line ends.
        const text = transcript(payload).replaceAll("\r\n", "\n");
        const given = payload.slice(0, 200);
        await show(page, text, given);
        assert.deepEqual([...new Set(await madeOf(page))].filter((part) => !known.has(part)), []);
        const title = await page.locator(".section-title").first().textContent();
        assert.equal(title?.split(/\s+/).join(" ").trim(), given.split(/\s+/).join(" ").trim());
      });
    }
  }));

test("a hostile file name is nothing to the page", () =>
  withPage(async (page) => {
    for (const payload of payloads.filter((payload) => payload.length < 200)) {
      await page.evaluate((name) => {
        const files = new DataTransfer();
        files.items.add(new File([`MS. REED: We will build ${name.length} ferries by 2030.`], `${name}.txt`, { type: "text/plain" }));
        document.querySelector("#transcript")?.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
      }, payload);
      await page.waitForFunction((n) => document.querySelector("textarea")?.value.includes(`build ${n} ferries`), payload.length);
    }
  }));

/** @param {Page} page */
const messageOf = async (page) => {
  const message = page.locator("#message:not([hidden])");
  await message.filter({ hasNotText: "Making the outline" }).waitFor({ timeout: 60_000 });
  return page.locator("#message").textContent();
};

for (const { name, text } of [
  { name: "white space", text: " \n\t \u00a0\n" },
  { name: "a null character", text: "\0" },
]) {
  test(`${name} alone gives a sentence and stays in the box`, () =>
    withPage(async (page) => {
      await paste(page, text);
      assert.match((await messageOf(page)) ?? "", /no words in this text yet/);
      assert.equal(await page.locator("#text").inputValue(), text);
      assert.equal(await page.locator("#text").isVisible(), true);
    }));
}

test("20 MB give a sentence and stay in the box", () =>
  withPage(async (page) => {
    const text = "We will build ten ferries. ";
    await write(page, { text, times: 740_741 });
    assert.match((await messageOf(page)) ?? "", /too long: it has 20 MB, and at most 16 MB/);
    assert.equal((await page.locator("#text").inputValue()).length, 740_741 * text.length);
    // And from there, the page still works.
    await write(page, { text: "MS. REED: We will build ten ferries." });
    await outlined(page);
    assert.equal(await page.locator("#message").isVisible(), false);
  }));

test("lone surrogates, null characters and emoji are shown where they stand", () =>
  withPage(async (page) => {
    const text = "MS. REED: Good \ud800 morning \udfff all. \u{1f600} We will build 10 ferries\0 by 2027. \u{1f6a2} It costs 5 million.";
    await paste(page, text);
    await outlined(page);
    const { keyPoints, sections } = await outlineOf(page, text);
    assert.equal(sections.at(-1)?.span.end, text.length);
    const shown = await page.locator(".words").evaluateAll((all) => all.map((words) => words.textContent).join(""));
    assert.equal(shown, text);
    for (const [index, { span }] of keyPoints.entries()) {
      await page.locator(".key-points .line").nth(index).click();
      const marked = await page.locator("mark").evaluateAll((all) => all.map((mark) => mark.textContent).join(""));
      assert.equal(marked, text.slice(span.start, span.end));
    }
  }));

test("without WebAssembly the page says so and keeps the text", () =>
  withPage(
    async (page) => {
      await page.locator("#text").fill("MS. REED: We will build ten ferries.");
      assert.match((await messageOf(page)) ?? "", /WebAssembly switched off/);
      assert.equal(await page.locator("#text").inputValue(), "MS. REED: We will build ten ferries.");
    },
    { prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")) },
  ));

test("a text of 5 MB is shown without a node for each sentence, and its last key point is found", () =>
  withPage(async (page) => {
    const turns = Array.from({ length: 22_000 }, (_, n) => {
      const what = n % 40 === 0 ? `Turning to harbour ${n}, we will spend ${n + 1} million dollars on it by 2030.` : `The pilots of harbour ${n} spoke about tides and fog.`;
      return `MR. ${n % 2 ? "ODD" : "EVEN"}: ${what} ${"Nothing else of note was said about the weather, the tide or the boats. ".repeat(2)}`;
    });
    const text = turns.join("\n\n");
    assert.ok(text.length > 4_000_000);
    await paste(page, text);
    await page.locator(".passage").first().waitFor({ timeout: 60_000 });
    const nodes = await page.locator("#reader").evaluate((reader) => reader.querySelectorAll("*").length);
    assert.ok(nodes < 20_000, `${nodes} elements for ${text.length} characters`);
    const { keyPoints } = await outlineOf(page, text);
    const lastPoint = keyPoints.reduce((a, b) => (a.span.start > b.span.start ? a : b));
    await page.locator(".key-points .line").nth(keyPoints.indexOf(lastPoint)).click();
    await page.waitForFunction(() => {
      const mark = document.querySelector("mark")?.getBoundingClientRect();
      const reader = document.querySelector("#reader")?.getBoundingClientRect();
      return mark && reader && mark.top >= reader.top && mark.bottom <= reader.bottom;
    });
    assert.equal(await page.locator("mark").evaluateAll((all) => all.map((mark) => mark.textContent).join("")), lastPoint.text);
  }));
