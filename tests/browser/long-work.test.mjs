// A transcript of 5 MB, and how long it keeps the page from answering.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { idle, withPage } from "./harness.mjs";
import { pace, tasks } from "./tasks.mjs";

/** Milliseconds that no task on the page's own thread may take. */
const LIMIT = 50;

const turns = Array.from({ length: 22_000 }, (_, n) => {
  const what = n % 40 === 0 ? `Turning to harbour ${n}, we will spend ${n + 1} million dollars on it by 2030.` : `The pilots of harbour ${n} spoke about tides and fog.`;
  return `MR. ${n % 2 ? "ODD" : "EVEN"}: ${what} ${"Nothing else of note was said about the weather, the tide or the boats. ".repeat(2)}`;
});

test(`a transcript of 5 MB keeps the page from answering for less than ${LIMIT} ms at a time`, (t) =>
  withPage(async (page) => {
    const folder = await mkdtemp(join(tmpdir(), "long-"));
    try {
      page.setDefaultTimeout(120_000);
      await writeFile(join(folder, "long.txt"), turns.join("\n\n"));
      await idle(page);
      const limit = LIMIT * await pace(page);
      const found = await tasks(page, async () => {
        // From the disk: a text that the test hands over itself would be a task of its own.
        await page.locator("#file").setInputFiles(join(folder, "long.txt"));
        await page.locator(".passage").first().waitFor();
        await page.locator(".key-points .line").last().evaluate((line) => line instanceof HTMLElement && line.click());
        await page.locator("mark").first().waitFor();
      });
      for (const { took, parts } of found) t.diagnostic(`${took.toFixed(0)} of ${limit.toFixed(0)} ms: ${parts.join(", ")}`);
      assert.deepEqual(found.filter(({ took }) => took >= limit), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  }));
