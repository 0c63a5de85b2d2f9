// What axe-core finds in each state of the page: nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { outlined, paste, site, withPage } from "./harness.mjs";

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

for (const { width, height, colorScheme } of /** @type {const} */ ([
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
])) {
  test(`${width} x ${height}, ${colorScheme}: axe-core finds nothing in any state`, () =>
    withPage(
      async (page) => {
        await page.locator(".note").waitFor();
        await assertAccessible(page, "empty");
        await paste(page, sample);
        await outlined(page);
        await assertAccessible(page, "read");
        await page.locator(".key-points .line").nth(1).click();
        await assertAccessible(page, "key point marked");
        await page.locator(".section-line").nth(1).click();
        await page.locator("[data-tool=correct]").click();
        await page.locator("[data-tool=kind]").selectOption("closing");
        await assertAccessible(page, "being corrected");
        await page.locator("#save-menu summary").click();
        await assertAccessible(page, "menu of formats");
        await page.keyboard.press("Escape");
        await page.locator("#shelf-menu summary").click();
        await page.locator("#shelf-menu[open]").waitFor();
        await assertAccessible(page, "menu of transcripts");
        await page.keyboard.press("Escape");
        await page.locator("#edit").click();
        await assertAccessible(page, "edited");
        await page.locator("#text").fill(" ");
        await page.locator("#message:not([hidden])").waitFor();
        await assertAccessible(page, "nothing to outline");
      },
      // The page's own policy lets no foreign script in, this one included.
      { viewport: { width, height }, colorScheme, bypassCSP: true },
    ));
}
