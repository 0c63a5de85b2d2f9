// Corrections in the page, and that they are taken along.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { idle, markedText, outlined, outlineOf, paste, site, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

/** Opens the form that corrects a section. @param {Page} page @param {number} index */
async function correct(page, index) {
  await page.locator(".section-line").nth(index).click();
  await page.locator("[data-tool=correct]").click();
}

/** @param {Page} page @returns {Promise<{ kind: string, title: string, text: string }[]>} */
const shownSections = (page) =>
  page.locator(".passage").evaluateAll((all) =>
    all.map((passage, index) => ({
      kind: passage.getAttribute("data-kind") ?? "",
      title: document.querySelectorAll(".section")[index]?.querySelector(".section-title")?.textContent ?? "",
      text: passage.querySelector(".words")?.textContent ?? "",
    })),
  );

test("kind and title are changed, undone and done again", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const before = await shownSections(page);
    await correct(page, 0);
    await page.locator("[data-tool=kind]").focus();
    await page.locator("[data-tool=kind]").selectOption("closing");
    assert.equal((await shownSections(page))[0]?.kind, "closing");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-tool")), "kind", "the focus stays");
    await page.locator("[data-tool=title]").fill("A title of my own");
    await page.locator("[data-tool=title]").press("Enter");
    assert.equal((await shownSections(page))[0]?.title, "A title of my own");
    assert.match((await page.locator("#stats").textContent()) ?? "", /2 corrections/);
    await page.locator("#undo").click();
    await page.locator("#undo").click();
    assert.deepEqual(await shownSections(page), before);
    await page.locator(".section-line").first().focus();
    await page.keyboard.press("Control+Shift+Z");
    assert.equal((await shownSections(page))[0]?.kind, "closing");
    await page.keyboard.press("Control+Z");
    assert.deepEqual(await shownSections(page), before);
  }));

test("the field of a title shows what the outline shows, and left alone it corrects nothing", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { sections } = await outlineOf(page, sample);
    const index = sections.findIndex(({ title }) => /^\p{Ll}/u.test(title));
    const title = sections[index]?.title ?? "";
    assert.ok(title !== "", "a title is cut out of a sentence");
    await correct(page, index);
    const field = page.locator("[data-tool=title]");
    assert.equal(await field.inputValue(), title.charAt(0).toUpperCase() + title.slice(1));
    assert.equal(await page.locator(".section-title").nth(sections.slice(0, index).filter(({ title }) => title !== "").length).evaluate((one) => getComputedStyle(one, "::first-letter").textTransform), "uppercase");
    await field.press("End");
    await field.pressSequentially("s");
    await field.press("Backspace");
    await field.press("Enter");
    await field.blur();
    assert.doesNotMatch((await page.locator("#stats").textContent()) ?? "", /correction/);
  }));

test("a section is split, its start moved, and joined again, and the text stays whole", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const before = await shownSections(page);
    const longest = before.reduce((best, one, index) => (one.text.length > (before[best]?.text.length ?? 0) ? index : best), 0);
    const whole = async () => assert.equal((await shownSections(page)).map(({ text }) => text).join(""), sample);
    await correct(page, longest);
    await page.locator("[data-tool=split]").selectOption({ index: 2 });
    assert.equal((await shownSections(page)).length, before.length + 1);
    await whole();
    assert.equal(await page.locator(".passage.current").getAttribute("data-index"), String(longest + 1));
    await page.locator("[data-tool=move]").selectOption({ index: 0 });
    await whole();
    await page.locator("[data-tool=join-before]").click();
    assert.deepEqual((await shownSections(page)).map(({ text }) => text), before.map(({ text }) => text));
  }));

test("a key point is dropped, and one is made of selected words", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { keyPoints } = await outlineOf(page, sample);
    await page.locator(".key-points .line").first().click();
    await page.locator("[data-tool=drop]").click();
    assert.equal(await page.locator(".key-points .line").count(), keyPoints.length - 1);
    const words = "All nine members have signed.";
    await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector("#reader") ?? document, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(words) ?? -1;
        if (at === -1) continue;
        getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        return;
      }
      throw new Error("the words are not there");
    }, words);
    const known = keyPoints.slice(1).some(({ text }) => text === words);
    await page.locator("#selection-point").click();
    if (!known) assert.equal(await markedText(page), words);
    assert.ok((await page.locator(".key-points .quoted").allTextContents()).some((text) => text.endsWith(words)));
  }));

test("a section starts at selected words", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const before = await page.locator(".passage").count();
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("#reader") ?? document, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf("By the end of 2029") ?? -1;
        if (at !== -1) getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 6);
      }
    });
    await page.locator("#selection-split").click();
    assert.equal(await page.locator(".passage").count(), before + 1);
    assert.match((await page.locator(".passage.current .words").textContent()) ?? "", /^By the end of 2029/);
  }));

test("a quotation names speaker and place", () =>
  withPage(
    async (page) => {
      await paste(page, sample);
      await outlined(page);
      const { keyPoints, speakers } = await outlineOf(page, sample);
      const index = keyPoints.findIndex(({ speaker }) => speaker !== null);
      const point = keyPoints[index];
      if (!point) throw new Error("no key point has a speaker");
      await page.locator(".key-points .line").nth(index).click();
      await page.locator("[data-tool=copy]").click();
      await page.waitForFunction(() => document.querySelector("#status")?.textContent === "Copied");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.startsWith(`“${point.text.split(/\s+/).join(" ")}” — ${speakers[point.speaker ?? 0]?.name}`), copied);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("the text and its corrections survive a reload, and can be forgotten", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await correct(page, 0);
    await page.locator("[data-tool=title]").fill("Kept title");
    await page.locator("[data-tool=title]").press("Enter");
    await page.waitForTimeout(700);
    await page.reload();
    await outlined(page);
    assert.equal(await page.locator("#text").inputValue(), sample);
    assert.equal((await shownSections(page))[0]?.title, "Kept title");
    // A second one, then back to the first.
    await page.locator("#new").click();
    await paste(page, "MS. REED: We will build 10 ferries by 2027.");
    await outlined(page);
    await page.waitForTimeout(700);
    await page.locator("#shelf-menu summary").click();
    await page.locator("#shelf-list li").nth(1).waitFor();
    assert.equal(await page.locator("#shelf-list li").count(), 2);
    await page.locator("#shelf-list li button").nth(2).click();
    await page.waitForFunction((sample) => document.querySelector("textarea")?.value === sample, sample);
    // And gone for good.
    await page.locator("#shelf-menu summary").click();
    await page.locator("#shelf-forget").click();
    await page.locator("#shelf-none").waitFor();
    await page.reload();
    await idle(page);
    assert.equal(await page.locator("#text").inputValue(), "");
  }));

test("with keeping switched off nothing is kept", () =>
  withPage(async (page) => {
    await idle(page);
    await page.locator("#shelf-menu summary").click();
    await page.locator("#shelf-keep").uncheck();
    await page.keyboard.press("Escape");
    await paste(page, sample);
    await outlined(page);
    await page.waitForTimeout(700);
    await page.reload();
    await idle(page);
    assert.equal(await page.locator("#text").inputValue(), "");
  }));
