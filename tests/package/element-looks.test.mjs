// How <speech-outline> looks and reads: to axe-core, in either colour scheme and direction, in forced colours and print.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { article, reached, text, withPage } from "./element-page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = ":root { color-scheme: light dark; background: Canvas; color: CanvasText } body { font: 16px/1.5 serif }";
const body = `<link rel="stylesheet" href="site.css"><speech-outline for="transcript"></speech-outline><div id="transcript">${article}</div>`;

/** @param {import("playwright-core").Page} page */
const styled = (page) => page.route("**/site.css", (route) => route.fulfill({ contentType: "text/css", body: site }));

/** @param {import("playwright-core").Page} page @param {string} state */
async function assertAccessible(page, state) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html)}`);
  });
  assert.deepEqual(found, [], state);
}

for (const { colorScheme, width } of /** @type {const} */ ([{ colorScheme: "light", width: 1280 }, { colorScheme: "dark", width: 390 }])) {
  test(`${colorScheme}, ${width} pixels: axe-core finds nothing, and nothing is cut off`, () =>
    withPage(body, async (page) => {
      await reached(page);
      await assertAccessible(page, "read");
      await page.locator("speech-outline [part=details-summary]").first().click();
      await page.locator("speech-outline a[part~=quote]").first().click();
      await assertAccessible(page, "marked");
      await page.locator("speech-outline").evaluate((element) => element.setAttribute("granularity", "finest"));
      await reached(page, "error");
      await assertAccessible(page, "failed");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      // The page's own policy lets no foreign script in, this one included.
    }, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true, prepare: styled }));
}

test("it is a landmark with a name, and its parts are headings and lists", () =>
  withPage(body, async (page) => {
    await reached(page);
    const nav = page.getByRole("navigation", { name: "What was said" });
    assert.equal(await nav.count(), 1);
    assert.equal(await nav.getByRole("heading", { level: 3 }).count(), 2);
    assert.ok(await nav.getByRole("list").count() >= 2);
    assert.ok(await nav.getByRole("listitem").getByRole("link").count() > 10);
  }, { prepare: styled }));

test("fonts and colours are the page's, and custom properties change them", () =>
  withPage(body, async (page) => {
    await reached(page);
    const styles = () =>
      page.evaluate(() => {
        const root = document.querySelector("speech-outline")?.shadowRoot;
        const of = (/** @type {string} */ part) => getComputedStyle(/** @type {Element} */ (root?.querySelector(`[part~=${part}]`)));
        return { font: of("quote").fontFamily, color: of("quote").color, rule: of("outline").borderTopColor, size: of("heading").fontSize };
      });
    assert.deepEqual(await styles(), { font: "serif", color: "rgb(0, 0, 0)", rule: "rgb(0, 0, 0)", size: "21.6px" });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("body { font-family: sans-serif } speech-outline { color: rgb(1, 2, 3); --speech-outline-accent: rgb(200, 0, 0); --speech-outline-heading-size: 30px }"
        + "speech-outline::part(quote) { color: rgb(4, 5, 6) }");
      document.adoptedStyleSheets = [sheet];
    });
    assert.deepEqual(await styles(), { font: "sans-serif", color: "rgb(4, 5, 6)", rule: "rgb(200, 0, 0)", size: "30px" });
  }, { prepare: styled }));

test("from right to left, it is the same in the mirror", () =>
  withPage(body, async (page) => {
    await reached(page);
    await page.locator("speech-outline [part=details-summary]").first().click();
    const boxes = (/** @type {string} */ dir) =>
      page.evaluate((dir) => {
        document.documentElement.dir = dir;
        const root = document.querySelector("speech-outline")?.shadowRoot;
        const nav = /** @type {DOMRect} */ (root?.querySelector("nav")?.getBoundingClientRect());
        return ["[part=heading]", "[part~=quote] > q", "[part=details-summary]", "[part=details] > *:last-child"].map((selector) => {
          const box = /** @type {DOMRect} */ (root?.querySelector(selector)?.getBoundingClientRect());
          return { left: Math.round(box.left - nav.left), right: Math.round(nav.right - box.right) };
        });
      }, dir);
    const [there, back] = [await boxes("ltr"), await boxes("rtl")];
    assert.deepEqual(back, there.map(({ left, right }) => ({ left: right, right: left })));
  }, { prepare: styled }));

test("the words keep their own language and direction", () =>
  withPage(body, async (page) => {
    await reached(page);
    const found = await page.locator("speech-outline a[part~=quote]").first().evaluate((line) => [/** @type {HTMLElement} */ (line).lang, getComputedStyle(line).direction]);
    assert.deepEqual(found, ["en", "ltr"]);
    const label = await page.locator("speech-outline a[part~=title]", { hasText: "Eröffnung" }).evaluate((line) => line.closest("[lang]"));
    assert.equal(label, null);
  }, { lang: "de", dir: "rtl", prepare: styled }));

test("in forced colours what is chosen still stands out", () =>
  withPage(body, async (page) => {
    await reached(page);
    await page.locator("speech-outline a[part~=quote]").first().click();
    const { outlineStyle, outlineWidth } = await page.locator("speech-outline [aria-current]").evaluate((line) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(line);
      return { outlineStyle, outlineWidth };
    });
    assert.deepEqual([outlineStyle, outlineWidth], ["solid", "2px"]);
  }, { forcedColors: "active", prepare: styled }));

test("on paper, everything is unfolded", () =>
  withPage(body.replace("<speech-outline", "<speech-outline collapsed"), async (page) => {
    await reached(page);
    await page.emulateMedia({ media: "print" });
    const heights = await page.locator("speech-outline details > :is(ul, ol)").evaluateAll((lists) => lists.map((list) => list.getBoundingClientRect().height));
    assert.ok(heights.length > 3 && heights.every((height) => height > 0), `${heights}`);
  }, { prepare: styled }));

test("motion is only for those who like it", async () => {
  for (const reducedMotion of /** @type {const} */ (["reduce", "no-preference"])) {
    await withPage(body, async (page) => {
      await reached(page);
      const behavior = await page.evaluate(() => {
        let behavior;
        window.scrollBy = (/** @type {any} */ options) => void ({ behavior } = options);
        document.querySelector("speech-outline")?.select("point-1");
        return behavior;
      });
      assert.equal(behavior, reducedMotion === "reduce" ? "instant" : "smooth");
    }, { reducedMotion, prepare: styled });
  }
});

test("whatever the transcript says, it stays text", () =>
  withPage("<speech-outline></speech-outline>", async (page) => {
    const evil = `<img src=x onerror=alert(1)>: ${text.replaceAll("ferr", "<b onclick=alert(1)>ferr</b>")}\n\n"><script>alert(1)</script>: We will build 3 ferries by 2030.`;
    await page.evaluate((text) => Object.assign(document.querySelector("speech-outline") ?? {}, { text, heading: "<i>x</i>" }), evil);
    await reached(page);
    const tags = await page.evaluate(() => [...new Set([...(document.querySelector("speech-outline")?.shadowRoot?.querySelectorAll("*") ?? [])].map(({ localName }) => localName))].sort());
    assert.deepEqual(tags.filter((tag) => ["img", "script", "i"].includes(tag)), []);
    assert.equal(await page.locator("speech-outline h2").innerText(), "<i>x</i>");
  }));
