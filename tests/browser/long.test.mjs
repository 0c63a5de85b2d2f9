// A transcript of 5 MB: the page is never still for long, whatever is done with it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { idle, markedText, outlined, site, withPage } from "./harness.mjs";
import { pace, tasks } from "./tasks.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const folder = await mkdtemp(join(tmpdir(), "speech-outline-"));
const file = join(folder, "long.txt");
await writeFile(file, sample.repeat(1000));
after(() => rm(folder, { recursive: true }));

/** In milliseconds. */
const LIMIT = 50;

test("5 MB: no task of the page takes 50 ms", (t) =>
  withPage(async (page) => {
    await idle(page);
    const limit = LIMIT * await pace(page);
    /** @type {[what: string, act: () => Promise<unknown>][]} */
    const steps = [
      [
        "open",
        async () => {
          await page.locator("#file").setInputFiles(file);
          await page.locator("#edit:not([hidden])").waitFor({ timeout: 60_000 });
        },
      ],
      ["key point", () => page.locator(".key-points .line").nth(1).click()],
      ["section", () => page.locator(".section-line").nth(20).click()],
      ["far section", () => page.locator(".band span").nth(150).click()],
      ["find words", () => page.locator("[data-filter=words]").fill("harbour")],
      ["find nothing", () => page.locator("[data-filter=words]").fill("")],
      ["form", () => page.locator(".section-line").nth(3).click().then(() => page.locator("[data-tool=correct]").click())],
      ["list", () => page.locator("#shelf-menu summary").click()],
      ["scroll the transcript", () => page.locator("#reader").evaluate((reader) => reader.scrollTo(0, 1e6))],
      ["scroll the outline", () => page.locator("#result").evaluate((result) => result.scrollTo(0, 1e6))],
      ["correct", () => page.locator("[data-tool=kind]").selectOption("closing")],
    ];
    /** @type {string[]} */
    const slow = [];
    for (const [what, act] of steps) {
      const [longest] = await tasks(page, async () => {
        await act();
        await page.waitForTimeout(1000);
      });
      const line = `${what}: ${longest?.took.toFixed(0)} of ${limit.toFixed(0)} ms, ${longest?.parts.join(", ")}`;
      t.diagnostic(line);
      if (longest && longest.took >= limit) slow.push(line);
    }
    assert.deepEqual(slow, []);
  }));

test("5 MB: a line leads to its place at the far end, and the transcript back to its line", () =>
  withPage(async (page) => {
    await page.locator("#file").setInputFiles(file);
    await page.locator("#edit:not([hidden])").waitFor({ timeout: 60_000 });
    await page.locator(".band span").last().click();
    const number = await page.locator(".passage.current .tab-number").textContent();
    assert.ok(Number(number) > 5000, `section ${number}`);
    await page.locator(".passage.current .tab").click();
    assert.equal(await page.locator(".section-line[aria-current] .number").textContent(), number);
    const seen = await page.locator(".section-line[aria-current]").evaluate((line) => {
      const [box, frame] = [line.getBoundingClientRect(), document.querySelector("#result")?.getBoundingClientRect()];
      return frame !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    });
    assert.ok(seen, "the line is in view");
    const point = page.locator(".section:has(.section-line[aria-current]) ~ .section .points .line").first();
    const words = await point.locator(".quoted").textContent();
    await point.click();
    assert.equal((await markedText(page)).replace(/\s+/g, " "), words);
  }));

test("a long text is opened for editing when that is asked for twice", () =>
  withPage(async (page) => {
    const text = sample.repeat(120);
    await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await outlined(page);
    await page.locator("#edit").click();
    assert.equal(await page.locator("#text").isVisible(), false);
    await page.locator("#message button", { hasText: "Edit anyway" }).click();
    assert.equal(await page.locator("#text").inputValue(), text);
    await page.locator("#edit").click();
    await page.locator(".passage").first().waitFor();
  }));

test("work on a long text can be stopped, and begun again", () =>
  withPage(async (page) => {
    await page.locator("#file").setInputFiles(file);
    await page.locator("#message button", { hasText: "Stop" }).click();
    await page.locator("#message", { hasText: "Your text is kept" }).waitFor();
    assert.equal(await page.locator("#edit").isVisible(), true);
    await page.locator("#message button", { hasText: "Try again" }).click();
    await page.locator("#edit:not([hidden])").waitFor({ timeout: 60_000 });
    await page.locator(".passage").first().waitFor();
  }));
