// The page without a network, its updates, and what other apps hand to it.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { idle, markedText, outlined, outlineOf, paste, site, withPage } from "./harness.mjs";
import { serve } from "./server.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

/** Waits until everything is stored, and the worker answers. @param {Page} page */
const stored = (page) =>
  page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated" || navigator.serviceWorker.controller === null) return false;
    // On a busy machine Chromium names the worker as the page's controller shortly before it hands requests to it.
    await fetch("./manifest.webmanifest");
    return performance.getEntriesByType("resource").some((entry) => /** @type {PerformanceResourceTiming} */ (entry).workerStart > 0);
  });

/**
 * A host of its own, with files that the test may change.
 * @param {(host: { address: string, folder: string, close: () => void }) => Promise<void>} test
 */
async function withHost(test) {
  const folder = await mkdtemp(join(tmpdir(), "speech-outline-"));
  await cp(site, folder, { recursive: true });
  const host = await serve(folder);
  try {
    await test({ ...host, folder });
  } finally {
    host.close();
    await rm(folder, { recursive: true });
  }
}

test("after the first visit everything works without the host", () =>
  withHost(({ address, close }) =>
    withPage(
      async (page) => {
        await idle(page);
        await stored(page);
        close();
        await page.context().setOffline(true);
        await page.reload();
        await idle(page);
        await paste(page, sample);
        await outlined(page);
        await page.locator(".key-points .line").first().click();
        assert.equal(await markedText(page), (await outlineOf(page, sample)).keyPoints[0]?.text);
        for (const ending of ["docx", "html", "csv", "svg"]) {
          await page.locator("#save-menu summary").click();
          await Promise.all([page.waitForEvent("download"), page.locator(`[data-format=${ending}]`).click()]);
        }
        await page.locator("#samples-menu summary").click();
        await page.locator("#samples-list button").nth(2).click();
        await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("WEBVTT"));
      },
      { address, serviceWorkers: "allow" },
    ),
  ));

test("a new version is offered, and comes when the reader asks for it", () =>
  withHost(({ address, folder }) =>
    withPage(
      async (page) => {
        await idle(page);
        await stored(page);
        await paste(page, sample);
        await outlined(page);
        const list = await readFile(join(folder, "precache.js"), "utf8");
        await writeFile(join(folder, "precache.js"), list.replace(/version: "\w+"/, 'version: "next"'));
        const index = await readFile(join(folder, "index.html"), "utf8");
        await writeFile(join(folder, "index.html"), index.replace(">Outline</h2>", ">Next outline</h2>"));
        await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
        await page.locator("#offer button").waitFor();
        assert.equal(await page.locator("#outline-heading").textContent(), "Outline", "nothing changes in the middle of work");
        await page.locator("#offer button").click();
        await page.locator("#outline-heading", { hasText: "Next outline" }).waitFor();
        await outlined(page);
        assert.equal(await page.locator("#text").inputValue(), sample, "the work is still there");
      },
      { address, serviceWorkers: "allow" },
    ),
  ));

test("what another app shares is taken in", () =>
  withPage(
    async (page) => {
      await idle(page);
      await stored(page);
      // As the system does it: what is shared opens the page, by a form that is sent to the address of the manifest.
      const shared = await page.context().newPage();
      await shared.setContent(`<form method="post" enctype="multipart/form-data" action="${new URL("share", page.url())}"><input type="file" name="file"></form>`);
      await shared.locator("input").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(sample) });
      await shared.locator("form").evaluate((form) => form instanceof HTMLFormElement && form.submit());
      await outlined(shared);
      assert.equal(await shared.locator("#text").inputValue(), sample);
      assert.equal(shared.url(), page.url());
    },
    { serviceWorkers: "allow" },
  ));

test("the manifest tells what an installed page needs", async () => {
  const manifest = JSON.parse(await readFile(`${site}/manifest.webmanifest`, "utf8"));
  for (const { src, sizes } of manifest.icons) {
    const icon = await readFile(join(site, src));
    if (src.endsWith(".png")) assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
  }
  assert.equal(manifest.start_url, "./");
});
