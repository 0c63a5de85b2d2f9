// The page for people who zoom, who choose their own colours, who want no motion, who have no mouse; and for the files
// that an installed page is opened with.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { idle, markedText, outlined, outlineOf, paste, site, withPage } from "./harness.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

test("at 400 % the chosen line leads to its place by a button", () =>
  withPage(
    async (page) => {
      await paste(page, sample);
      await outlined(page);
      await page.locator(".key-points .line").nth(1).click();
      await page.locator("[data-tool=to-text]").click();
      const seen = await page.locator("mark").first().evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
      assert.ok(seen, "the mark is in view");
      assert.equal(await page.evaluate(() => document.activeElement?.localName), "mark");
    },
    // 1,280 by 1,024 pixels, enlarged four times.
    { viewport: { width: 320, height: 256 } },
  ));

test("in a window with room for both there is no such button", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator(".key-points .line").nth(1).click();
    assert.equal(await page.locator("[data-tool=to-text]").isVisible(), false);
  }));

test("with forced colours, what is chosen and marked is told apart, and buttons have edges", () =>
  withPage(
    async (page) => {
      await paste(page, sample);
      await outlined(page);
      await page.locator(".key-points .line").nth(1).click();
      const look = (/** @type {string} */ selector) =>
        page.locator(selector).first().evaluate((element) => {
          const { backgroundColor, outlineStyle, borderTopWidth } = getComputedStyle(element);
          return { backgroundColor, outlineStyle, borderTopWidth };
        });
      const [chosen, other] = [await look(".line[aria-current]"), await look(".key-points .line:not([aria-current])")];
      assert.equal(chosen.outlineStyle, "solid");
      assert.equal(other.outlineStyle, "none");
      assert.notEqual((await look("mark")).backgroundColor, (await look(".words")).backgroundColor);
      for (const button of ["#edit", "#copy", "#save-menu summary", ".line"]) assert.notEqual((await look(button)).borderTopWidth, "0px", button);
      const pieces = await page.locator(".band span").evaluateAll((all) => new Set(all.map((piece) => getComputedStyle(piece).backgroundColor)).size);
      assert.ok(pieces >= 4, "the band keeps its colours");
    },
    { forcedColors: "active" },
  ));

for (const reducedMotion of /** @type {const} */ (["reduce", "no-preference"])) {
  test(`motion, ${reducedMotion}`, () =>
    withPage(
      async (page) => {
        await paste(page, sample);
        await outlined(page);
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).transitionDuration !== "0s" || getComputedStyle(one).animationName !== "none").length,
        );
        assert.equal(moving === 0, reducedMotion === "reduce");
      },
      { reducedMotion },
    ));
}

test("from an empty page to a saved correction without a mouse", () =>
  withPage(async (page) => {
    await idle(page);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-sample") ?? document.activeElement?.getAttribute("data-tool") ?? document.activeElement?.className ?? "");
    const until = async (/** @type {string} */ what) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if ((await focused()).includes(what)) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`Tab does not reach ${what}`);
    };
    await until("press-conference.txt");
    await page.keyboard.press("Enter");
    await outlined(page);
    await until("section-line");
    await page.keyboard.press("Enter");
    await until("correct");
    await page.keyboard.press("Enter");
    await until("title");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("By keyboard");
    await page.keyboard.press("Enter");
    await page.locator(".section-title", { hasText: "By keyboard" }).waitFor();
    assert.equal(await focused(), "title", "the focus stays");
    await page.locator("#save-menu summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(await readFile(await saved.path(), "utf8"), /By keyboard/);
    await page.locator("#save-menu summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#save-menu").getAttribute("open"), null);
  }));

test("a file that the installed page is opened with is taken in", async () => {
  const manifest = JSON.parse(await readFile(`${site}/manifest.webmanifest`, "utf8"));
  const endings = manifest.file_handlers.flatMap((/** @type {{ accept: Record<string, string[]> }} */ { accept }) => Object.values(accept).flat());
  for (const ending of [".txt", ".vtt", ".srt"]) {
    assert.ok(endings.includes(ending), ending);
    assert.ok(manifest.share_target.params.files[0].accept.includes(ending), `${ending} can be shared`);
  }
  await withPage(
    async (page) => {
      await outlined(page);
      assert.equal(await page.locator("#text").inputValue(), sample);
      await page.locator(".key-points .line").first().click();
      assert.equal(await markedText(page), (await outlineOf(page, sample)).keyPoints[0]?.text);
    },
    {
      // As Chromium hands it over; only an installed page gets the real one.
      prepare: (page) =>
        page.addInitScript((text) => {
          const file = { getFile: async () => new File([text], "a.srt") };
          const setConsumer = (/** @type {(launch: object) => void} */ consumer) => consumer({ files: [file] });
          Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer } });
        }, sample),
    },
  );
});
