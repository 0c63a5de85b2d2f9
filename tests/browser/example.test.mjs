// The example that the build writes into the page: that it says what the module says, is there before everything else, is
// taken over unseen, and gives way to a text of the reader's own and to another language without a flash.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { linkTo } from "../../www/link.js";
import { strings as en } from "../../www/strings/en.js";
import { idle, markedText, outlined, outlineOf, paste, site, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const html = await readFile(`${site}/index.html`, "utf8");

/** Notes in each frame which of the elements can be seen, with their words. @param {Page} page */
const watch = (page) =>
  page.addInitScript(() => {
    /** @type {Set<string>} */
    const seen = new Set();
    Object.assign(globalThis, { seen });
    const look = () => {
      for (const selector of [".note", ".lede", "#try", "#outline-heading"]) {
        const element = document.querySelector(selector);
        if (element?.checkVisibility({ visibilityProperty: true })) seen.add(`${selector}: ${element.textContent?.slice(0, 12)}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });

/** @param {Page} page @returns {Promise<string[]>} */
const seen = (page) => page.evaluate(() => [.../** @type {any} */ (globalThis).seen]);

test("the page holds what the view draws now of what the module says now", () =>
  withPage(
    async (page) => {
      await idle(page);
      const outline = await outlineOf(page, sample);
      assert.deepEqual(JSON.parse(await readFile(`${site}/samples/press-conference.json`, "utf8")), outline);
      const [prepared, drawn] = await page.evaluate(
        async ({ html, text, outline, note }) => {
          const { OutlineView } = await import(new URL("./view/outline.js", document.baseURI).href);
          const root = document.createElement("div");
          new OutlineView(root, { choose() {}, toMark() {}, tools: () => null }).show(text, outline, note);
          // What is a style in one is a rule in the other: that is compared as it looks.
          const elements = (/** @type {Element | null} */ root) =>
            [...(root?.querySelectorAll("*") ?? [])].map((one) => {
              const attributes = [...one.attributes].filter(({ name }) => name !== "style" && name !== "data-styled");
              const words = [...one.childNodes].map((node) => (node instanceof Text ? node.data : "<>")).join("");
              return `${one.localName} ${attributes.map(({ name, value }) => `${name}=${value}`).sort()}: ${words}`;
            });
          return [elements(new DOMParser().parseFromString(html, "text/html").querySelector("#result")), elements(root)];
        },
        { html, text: sample, outline, note: en.exampleNote },
      );
      assert.ok(prepared.length > 100, `${prepared.length} elements`);
      assert.deepEqual(prepared, drawn);
    },
    { bypassCSP: true },
  ));

for (const [width, colorScheme] of /** @type {const} */ ([[390, "light"], [1280, "dark"], [2560, "light"]])) {
  test(`${width} px, ${colorScheme}: nothing moves and nothing changes its look when the view takes over`, async () => {
    const held = hold("**/press-conference.json");
    await withPage(
      async (page) => {
        await page.locator("#try-list button").first().waitFor();
        const before = await page.evaluate(looks);
        await held.release();
        await idle(page);
        assert.deepEqual(await page.evaluate(looks), before);
      },
      { viewport: { width, height: 900 }, colorScheme, prepare: held.prepare },
    );
  });
}

/** Where everything stands in the page, and how it looks. Runs in the page. */
function looks() {
  return [...document.querySelectorAll("body *")].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const { color, backgroundColor, opacity, font, visibility } = getComputedStyle(one);
    return [one.localName, one.className, x, y, width, height, color, backgroundColor, opacity, font, visibility].join(" ");
  });
}

for (const [width, height] of /** @type {const} */ ([[390, 844], [1280, 800]])) {
  test(`${width} px: a line of the example that is chosen stays where it is, and keeps the focus`, () =>
    withPage(
      async (page) => {
        await idle(page);
        const line = page.locator(".points .line").nth(5);
        await line.evaluate((one) => one.scrollIntoView({ block: "center" }));
        const top = (await line.boundingBox())?.y ?? 0;
        await line.focus();
        await page.keyboard.press("Enter");
        await page.locator("mark").first().waitFor();
        const now = (await line.boundingBox())?.y ?? 0;
        // On a phone the transcript stands over the upper part now.
        assert.ok(width < 800 ? now >= 0.42 * height && now < height : Math.abs(now - top) < 2, `from ${top} to ${now}`);
        assert.equal(await line.getAttribute("aria-current"), "true");
        assert.ok(await line.evaluate((one) => one === document.activeElement && one.nextElementSibling?.className === "tools"));
      },
      { viewport: { width, height } },
    ));
}

test("a line that is chosen before the data of the example has come is chosen when it has", async () => {
  const held = hold("**/press-conference.json");
  await withPage(
    async (page) => {
      await page.locator(".points .line").nth(2).click();
      await held.release();
      const words = (await page.locator(".points .line[aria-current] .quoted").textContent()) ?? "";
      assert.ok(words.endsWith((await markedText(page)).replace(/\s+/g, " ")));
    },
    { prepare: held.prepare },
  );
});

test("the example can be read and chosen before the module is there, and a pasted text waits for nothing else", async () => {
  const held = hold("**/*.wasm");
  await withPage(
    async (page) => {
      await idle(page);
      await page.locator(".key-points .line").first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#text").inputValue(), sample);
      assert.ok(sample.includes(await markedText(page)));
      await page.locator("#new").click();
      await paste(page, "MS. REED: We start 12 boats in June. The cost is 5 million crowns.");
      await held.release();
      await outlined(page);
      await page.locator(".section-line .who", { hasText: "REED" }).first().waitFor();
    },
    { prepare: held.prepare },
  );
});

/** Keeps what is asked for under these addresses waiting until it is released. @param {string} addresses */
function hold(addresses) {
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => (release = resolve));
  return {
    release: async () => release(),
    /** @param {Page} page */
    prepare: (page) => page.route(addresses, async (route) => {
      await released;
      await route.continue();
    }),
  };
}

test("before a text that was kept nothing else is seen", () =>
  withPage(
    async (page) => {
      await idle(page);
      assert.ok((await seen(page)).some((one) => one.startsWith(".note")), "the watch works");
      await paste(page, sample);
      await outlined(page);
      await page.waitForTimeout(700);
      await page.reload();
      await outlined(page);
      assert.deepEqual(await seen(page), ["#outline-heading: Outline"]);
      // And once it is forgotten, the example stands there again.
      await page.locator("#shelf-menu summary").click();
      await page.locator("#shelf-forget").click();
      await page.locator("#shelf-none").waitFor();
      await page.reload();
      await idle(page);
    },
    { prepare: watch },
  ));

test("before a text that comes with a link nothing else is seen", () =>
  withPage(
    async (page) => {
      const { address } = await linkTo({ text: sample, format: "auto", corrections: [] }, page.url());
      await page.goto("about:blank");
      await page.goto(address);
      await outlined(page);
      assert.deepEqual(await seen(page), ["#outline-heading: Outline"]);
    },
    { prepare: watch },
  ));

for (const [locale, heading, note] of /** @type {const} */ ([["de", "Gliederung", "Ein Beispiel"], ["fr", "Plan", "Un exemple :"], ["es", "Esquema", "Un ejemplo: "]])) {
  test(`${locale}: no English flashes up`, () =>
    withPage(
      async (page) => {
        await idle(page);
        const all = await seen(page);
        assert.deepEqual(all.filter((one) => one.startsWith("#outline-heading")), [`#outline-heading: ${heading}`]);
        assert.deepEqual(all.filter((one) => one.startsWith(".note")), [`.note: ${note}`]);
      },
      { locale, prepare: watch },
    ));
}
