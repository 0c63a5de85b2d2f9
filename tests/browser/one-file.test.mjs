// The page as one file, opened from a disk.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { idle, markedText, outlined, paste, site, withPage } from "./harness.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

test("one file does everything, from any folder and without a network", async () => {
  const folder = await mkdtemp(join(tmpdir(), "one file "));
  try {
    const file = join(folder, "speech-outline.html");
    await copyFile(join(site, "speech-outline.html"), file);
    await withPage(
      async (page) => {
        await page.context().setOffline(true);
        await idle(page);
        await paste(page, sample);
        await outlined(page);
        await page.locator(".key-points .line").first().click();
        assert.ok(sample.includes(await markedText(page)) && (await markedText(page)) !== "");
        await page.locator("#samples-menu summary").click();
        await page.locator("#samples-list button").nth(2).click();
        await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("WEBVTT"));
        await page.locator("#save-menu summary").click();
        await Promise.all([page.waitForEvent("download"), page.locator("[data-format=docx]").click()]);
        assert.equal(await page.locator("#one-file").count(), 0);
      },
      { address: pathToFileURL(file).href },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("one file is under 450 KB", async () => {
  const { size } = await stat(join(site, "speech-outline.html"));
  assert.ok(size < 450_000, `${size} bytes`);
});
