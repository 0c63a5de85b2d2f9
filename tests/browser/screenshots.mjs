// Writes docs/screenshots/*.png: the page's main states, as the README and the reviewers see them.
// `node tests/browser/screenshots.mjs`, after `cargo xtask build`.

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launch } from "./browser.mjs";
import { smallPng } from "./png.mjs";
import { serve } from "./server.mjs";

const site = fileURLToPath(new URL("../../target/site", import.meta.url));
const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** @typedef {import("playwright-core").Page} Page */

/** @type {Record<string, (page: Page) => Promise<void>>} */
const states = {
  async empty(page) {
    await page.locator(".result:not([data-prepared]) > .note").waitFor();
  },
  async marked(page) {
    await page.locator("#try-list button").first().click();
    await page.locator(".passage").first().waitFor();
    await page.locator(".key-points .line").nth(1).click();
    await page.mouse.move(0, 0);
  },
  async correcting(page) {
    await page.locator("#try-list button").first().click();
    await page.locator(".passage").first().waitFor();
    await page.locator(".section-line").nth(3).click();
    await page.locator("[data-tool=correct]").click();
    await page.mouse.move(0, 0);
  },
};

const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];

await mkdir(folder, { recursive: true });
const browser = await launch();
const host = await serve(site);
for (const viewport of windows) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const [state, reach] of Object.entries(states)) {
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
      page.setDefaultTimeout(120_000);
      await page.goto(host.address);
      await reach(page);
      await page.waitForTimeout(300);
      const png = await smallPng(page, await page.screenshot());
      const name = `${state}-${viewport.width}-${colorScheme}.png`;
      await writeFile(folder + name, png);
      console.log(`docs/screenshots/${name}: ${Math.ceil(png.length / 1024)} KB`);
      await page.close();
    }
  }
}
await browser.close();
host.close();
