// What axe-core finds in each state of the page: nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { idle, outlined, paste, site, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param {Page} page @param {string} state */
async function assertAccessible(page, state) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] });
    return violations.map((/** @type {{ id: string, nodes: { target: string[] }[] }} */ { id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  });
  assert.deepEqual(found, [], state);
}

/** A file that is dragged over the page. @param {Page} page @param {string} type */
const drag = (page, type) =>
  page.evaluate((type) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "x.txt", { type: "text/plain" }));
    document.querySelector("#transcript")?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, type);

/** What there is to see, in the order in which it is reached. @type {[state: string, reach: (page: Page) => Promise<unknown>][]} */
const STATES = [
  ["empty", (page) => idle(page)],
  ["a file above the page", async (page) => {
    await drag(page, "dragenter");
    await drag(page, "dragover");
  }],
  ["read", async (page) => {
    await drag(page, "dragleave");
    await paste(page, sample);
    await outlined(page);
  }],
  ["menu of samples", (page) => page.locator("#samples-menu summary").click()],
  ["key point marked", async (page) => {
    await page.keyboard.press("Escape");
    await page.locator(".key-points .line").nth(1).click();
  }],
  ["exchange unfolded", (page) => page.locator(".exchange summary").first().click()],
  ["one speaker", (page) => page.locator("[data-filter=speaker]").selectOption({ index: 1 })],
  ["words that are nowhere", (page) => page.locator("[data-filter=words]").fill("zeppelin")],
  ["being corrected", async (page) => {
    await page.locator("[data-filter=words]").fill("");
    await page.locator("[data-filter=speaker]").selectOption({ index: 0 });
    await page.locator(".section-line").nth(1).click();
    await page.locator("[data-tool=correct]").click();
    await page.locator("[data-tool=kind]").selectOption("closing");
  }],
  ["words selected", (page) =>
    page.evaluate(() => {
      const words = document.querySelector(".words")?.firstChild;
      if (words) getSelection()?.selectAllChildren(words);
    })],
  ["menu of formats", (page) => page.locator("#save-menu summary").click()],
  ["menu of transcripts", async (page) => {
    await page.keyboard.press("Escape");
    await page.waitForTimeout(600);
    await page.locator("#shelf-menu summary").click();
    await page.locator("#shelf-list li").first().waitFor();
  }],
  ["link too long for some programs", async (page) => {
    await page.keyboard.press("Escape");
    await page.locator("#save-menu summary").click();
    await page.locator("[data-format=link]").click();
    await page.locator("#message:not([hidden])").waitFor();
  }],
  ["edited", (page) => page.locator("#edit").click()],
  ["nothing to outline", async (page) => {
    await page.locator("#text").fill(" ");
    await page.locator("#message:not([hidden])").waitFor();
  }],
  ["a damaged link", async (page) => {
    await page.evaluate(() => void (location.hash = "#text=damaged"));
    await page.locator("#message:not([hidden])", { hasText: "link" }).waitFor();
  }],
  ["German", async (page) => {
    await page.locator("#new").click();
    await paste(page, sample);
    await outlined(page);
    await page.locator("#language").selectOption("de");
    await page.locator("#outline-heading", { hasText: "Gliederung" }).waitFor();
  }],
  ["how it decides", (page) => page.goto(new URL("how.html", page.url()).href)],
];

for (const { width, height } of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    // The page's own policy lets no foreign script in, axe-core included.
    const options = { viewport: { width, height }, colorScheme, bypassCSP: true };
    test(`${width} x ${height}, ${colorScheme}: axe-core finds nothing in any state`, () =>
      withPage(async (page) => {
        for (const [state, reach] of STATES) {
          await reach(page);
          await assertAccessible(page, state);
        }
      }, options));
    test(`${width} x ${height}, ${colorScheme}: axe-core finds nothing while the page works, and without WebAssembly`, async () => {
      await withPage(async (page) => {
        await page.locator("#text").fill("MS. REED: We will build ten ferries.");
        await page.locator("#message progress").waitFor();
        await assertAccessible(page, "working");
      }, { ...options, prepare: (page) => page.route(/\.wasm$/, () => undefined) });
      await withPage(async (page) => {
        await page.locator("#text").fill("MS. REED: We will build ten ferries.");
        await page.locator("#message:not([hidden])").waitFor();
        await assertAccessible(page, "without WebAssembly");
      }, { ...options, prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")) });
    });
  }
}
