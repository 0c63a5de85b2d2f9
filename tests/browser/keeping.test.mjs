// What is kept on the device: texts apart from their list, and what an older version of the page has kept.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { idle, outlined, paste, site, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const OTHER = "MS. REED: We start 12 boats in June. The cost is 5 million crowns.";

/** Leaves a transcript as the first version of the page kept it. @param {Page} page @param {{ id: string, text: string, changed: number }[]} transcripts */
const keepAsBefore = (page, transcripts) =>
  page.evaluate(
    (transcripts) =>
      new Promise((resolve, reject) => {
        const gone = indexedDB.deleteDatabase("speech-outline");
        gone.onsuccess = () => {
          const request = indexedDB.open("speech-outline", 1);
          request.onupgradeneeded = () => request.result.createObjectStore("transcripts", { keyPath: "id" });
          request.onsuccess = () => {
            const transaction = request.result.transaction("transcripts", "readwrite");
            for (const one of transcripts) transaction.objectStore("transcripts").put({ ...one, title: "", corrections: [] });
            transaction.oncomplete = () => {
              request.result.close();
              resolve(undefined);
            };
          };
          request.onerror = reject;
        };
        gone.onerror = reject;
      }),
    transcripts,
  );

test("what an older version of the page has kept is still there", () =>
  withPage(async (page) => {
    const address = page.url();
    await page.goto(new URL("how.html", address).href);
    await keepAsBefore(page, [{ id: "a", text: OTHER, changed: 1 }, { id: "b", text: sample, changed: 2 }]);
    await page.goto(address);
    await outlined(page);
    assert.equal(await page.locator("#text").inputValue(), sample);
    await page.locator("#shelf-menu summary").click();
    await page.locator("#shelf-list .name", { hasText: "We start 12 boats" }).click();
    await page.waitForFunction((text) => document.querySelector("textarea")?.value === text, OTHER);
  }));

test("a text that another tab has forgotten is kept again with its next correction", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.waitForTimeout(600);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await outlined(other);
    await other.locator("#shelf-menu summary").click();
    await other.locator("#shelf-forget").click();
    await other.locator("#shelf-none").waitFor();
    await page.locator(".section-line").nth(2).click();
    await page.locator("[data-tool=correct]").click();
    await page.locator("[data-tool=kind]").selectOption("closing");
    await page.waitForTimeout(600);
    await page.reload();
    await outlined(page);
    assert.equal(await page.locator("#text").inputValue(), sample);
    assert.match((await page.locator("#stats").textContent()) ?? "", /1 correction/);
  }));

test("the menu says at once whether transcripts are kept, not only when their list has come", () =>
  withPage(
    async (page) => {
      await idle(page);
      await page.locator("#shelf-menu summary").click();
      assert.equal(await page.locator("#shelf-keep").isChecked(), true);
      await page.locator("#shelf-keep").uncheck();
      await page.locator("#status", { hasText: "Nothing is kept any more" }).waitFor();
      await page.reload();
      await idle(page);
      await page.locator("#shelf-menu summary").click();
      assert.equal(await page.locator("#shelf-keep").isChecked(), false);
    },
    {
      // A database that takes its time.
      prepare: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
            set(act) {
              this.addEventListener("complete", (/** @type {Event} */ event) => setTimeout(() => act.call(this, event), 500));
            },
          });
        }),
    },
  ));
