// Texts that nobody wrote in good faith, and texts that are too much.

import assert from "node:assert/strict";
import { test } from "node:test";

import { outlined, outlineOf, paste, withPage, write } from "./harness.mjs";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
  "<iframe src=\"javascript:alert(1)\"></iframe>",
  "<a href=\"javascript:alert(1)\">click</a>",
  "\"><script src=https://example.invalid/x.js></script>",
  "</textarea><script>alert(1)</script>",
  "</title></style></script><script>alert(1)</script>",
  "<style>@import 'https://example.invalid/x.css';</style>",
  "<link rel=stylesheet href=https://example.invalid/x.css>",
  "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
  "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
  "<details open ontoggle=alert(1)>",
  "<template><img src=x onerror=alert(1)></template>",
  "<base href=https://example.invalid/>",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "javascript:alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;img&#x3e;",
  "<!--<img src=--><img src=x onerror=alert(1)>",
  "\u202egnp.exe\u202c and \u2066isolated\u2069",
  "__proto__ constructor toString hasOwnProperty",
];

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
    `QUESTION: Why now ${payload}, and how much will it cost?`,
    "",
    `MS. REED: It will cost 90 million ${payload}. We will publish the plan on Monday.`,
  ].join("\n");

for (const payload of PAYLOADS) {
  test(`shown as text: ${JSON.stringify(payload)}`, () =>
    withPage(async (page) => {
      const before = await page.evaluate(() => [...document.querySelectorAll("*")].map((element) => element.localName));
      const known = new Set([...before, "mark", "b", "ol", "ul", "li", "details", "summary", "h3", "h4", "p", "button", "span", "select", "option"]);
      const text = transcript(payload);
      await paste(page, text);
      await outlined(page);
      const shown = await page.locator(".words").evaluateAll((all) => all.map((words) => words.textContent).join(""));
      assert.equal(shown, text);
      for (const line of await page.locator(".point-line").all()) await line.click();
      const after = await page.evaluate(() => [...document.querySelectorAll("body *")].map((element) => element.localName));
      assert.deepEqual([...new Set(after)].filter((name) => !known.has(name)), []);
      assert.equal(await page.evaluate(() => Object.hasOwn(Object.prototype, "0")), false);
    }));
}

/** @param {import("playwright-core").Page} page */
const messageOf = async (page) => {
  const message = page.locator("#message:not([hidden])");
  await message.filter({ hasNotText: "Making the outline" }).waitFor({ timeout: 30_000 });
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
