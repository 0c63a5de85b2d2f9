// Windows of every size, light and dark.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { idle, outlined, paste, site, withPage } from "./harness.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const LONG_WORD = `MS. REED: ${"x".repeat(4000)} and 5 million.`;

for (const size of ["320 x 256", "390 x 844", "768 x 1024", "1280 x 800", "2560 x 1440"]) {
  const [width = 0, height = 0] = size.split(" x ").map(Number);
  test(`${size}: nothing sticks out, nothing overlaps`, () =>
    withPage(
      async (page) => {
        const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        await idle(page);
        assert.ok(await fits(), "empty");
        for (const text of [sample, LONG_WORD]) {
          await paste(page, text);
          await outlined(page);
          assert.ok(await fits(), "filled");
          await page.locator(".section-line").first().click();
          assert.ok(await fits(), "marked");
          const overlap = await page.evaluate(() => {
            const box = (/** @type {string} */ selector) => document.querySelector(selector)?.getBoundingClientRect();
            const [outline, footer] = [box("#outline"), box("footer")];
            return outline && footer && outline.bottom > footer.top + 1;
          });
          assert.equal(overlap, false, "the footer stands below the outline");
          await page.locator("#new").click();
          await idle(page);
        }
      },
      { viewport: { width, height } },
    ));
}

test("on a phone the mark is in sight beside the line that was touched", () =>
  withPage(
    async (page) => {
      await paste(page, sample);
      await outlined(page);
      const line = page.locator(".section-line").last();
      await line.tap();
      const both = await page.evaluate(() => {
        const seen = (/** @type {Element | null} */ element) => {
          const box = element?.getBoundingClientRect();
          return box !== undefined && box.bottom > 0 && box.top < innerHeight;
        };
        return seen(document.querySelector(".passage.current")) && seen(document.querySelector(".section-line[aria-current]"));
      });
      assert.ok(both);
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ));

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`${colorScheme}: every text has contrast of 4.5 or more`, () =>
    withPage(
      async (page) => {
        await paste(page, sample);
        await outlined(page);
        await page.locator(".key-points .line").first().click();
        const [worst] = await page.evaluate(contrasts);
        assert.ok(worst && worst.ratio >= 4.5, JSON.stringify(worst));
        const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        assert.equal(dark, colorScheme === "dark" ? "rgb(20, 22, 26)" : "rgb(247, 245, 240)");
      },
      { colorScheme },
    ));
}

/** The elements that hold text, with the contrast of text and ground, worst first. Runs in the page. */
function contrasts() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!canvas) return [];
  /** @param {string[]} layers colours from bottom to top */
  const flat = (layers) => {
    canvas.fillStyle = "white";
    for (const layer of layers) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r = 0, g = 0, b = 0] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility() || element.closest(".unseen, .skip")) continue;
    const grounds = [];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const ground = luminance(flat(grounds));
    const text = luminance(flat([...grounds, getComputedStyle(element).color]));
    const ratio = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
    found.push({ ratio, what: `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}` });
  }
  return found.sort((a, b) => a.ratio - b.ratio);
}

test("landmarks, headings and names are in place", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    assert.equal(await page.getByRole("main").count(), 1);
    assert.equal(await page.getByRole("banner").count(), 1);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    for (const name of ["Transcript", "Outline"]) assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1);
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((heading) => Number(heading.localName[1])));
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `a heading of level ${level} follows one of level ${before}`);
      return level;
    }, 0);
    for (const button of await page.getByRole("button").all()) {
      const name = await button.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent);
      assert.notEqual(name?.trim(), "");
    }
  }));
