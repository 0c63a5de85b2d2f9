// The page that says how the program decides: linked, in reach without a network, and true to the measured figures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { idle, site, withPage } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("the footer leads to it, and it leads back", () =>
  withPage(async (page) => {
    await page.locator("#how").click();
    await page.getByRole("heading", { level: 1, name: "How it decides, and where it errs" }).waitFor();
    for (const link of await page.locator("nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))) {
      assert.equal(await page.locator(link).count(), 1, link);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.getByRole("link", { name: "Back to the page" }).click();
    await idle(page);
  }));

for (const width of [320, 390]) {
  test(`${width} px: nothing sticks out`, () =>
    withPage(
      async (page) => {
        await page.locator("#how").click();
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      },
      { viewport: { width, height: 844 } },
    ));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`${colorScheme}: axe-core finds nothing`, () =>
    withPage(
      async (page) => {
        await page.locator("#how").click();
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document)).violations.map((/** @type {{ id: string }} */ { id }) => id));
        assert.deepEqual(found, []);
      },
      { colorScheme, bypassCSP: true },
    ));
}

test("its figures are those of docs/", async () => {
  const text = async (/** @type {string} */ path) => (await readFile(new URL(`../../${path}`, import.meta.url), "utf8")).replace(/\s+/g, " ");
  const [how, engine, points] = [await text("www/how.html"), await text("docs/engine.md"), await text("docs/key-points.md")];
  const percent = (/** @type {string | undefined} */ share) => `${Math.round(Number(share) * 100)} %`;
  const row = (/** @type {string} */ page, /** @type {string} */ name) => {
    const cells = page.split(`| ${name} |`)[1]?.split("|").map((cell) => cell.replaceAll("*", "").trim());
    assert.ok(cells, name);
    return cells;
  };
  const [acc, , ann, bnd] = row(engine, "**`train` and our own gold: shipped**");
  const shown = (/** @type {string} */ question) => how.split(`${question}</th><td>`)[1]?.split("<")[0];
  assert.equal(shown("Words in a section of the right kind"), percent(acc));
  assert.equal(shown("Section boundaries found and right (F1)"), percent(bnd));
  assert.equal(shown("Announcements found and right (F1)"), percent(ann));
  const [, kp] = row(points, "`dev`, weights from `train` and our own gold (shipped)");
  assert.equal(shown("Key points that people had also chosen"), percent(kp));
  const [elsewhere, , , boundaries] = row(engine, "together");
  const [, kpElsewhere] = row(points, "each office left out");
  assert.ok(how.includes(`${percent(elsewhere)} of the words`) && how.includes(`${percent(boundaries)} of the boundaries`));
  assert.ok(how.includes(`${percent(kpElsewhere)} of the key points`));
});

test("it is stored for work without a network", async () => {
  const list = await readFile(`${site}/precache.js`, "utf8");
  for (const file of ["how.html", "how.css"]) assert.ok(list.includes(`"${file}"`), file);
});
