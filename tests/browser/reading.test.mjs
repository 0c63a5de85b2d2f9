// Paste, read, and go back and forth between outline and transcript.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { idle, markedText, outlined, outlineOf, paste, site, withPage } from "./harness.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

test("pasting shows the outline, and the transcript with every character", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const outline = await outlineOf(page, sample);
    assert.ok(outline.sections.length > 0 && outline.keyPoints.length > 0, "the engine found nothing to test with");
    assert.equal(await page.locator(".section").count(), outline.sections.length);
    assert.equal(await page.locator(".key-points .line").count(), outline.keyPoints.length);
    const shown = await page.locator(".words").evaluateAll((all) => all.map((words) => words.textContent).join(""));
    assert.equal(shown, sample);
    assert.match((await page.locator("#status").textContent()) ?? "", /^Outline ready: \d+ section/);
  }));

test("a key point marks exactly its sentence and brings it into view", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { keyPoints } = await outlineOf(page, sample);
    for (const [index, point] of keyPoints.entries()) {
      const line = page.locator(".key-points .line").nth(index);
      await line.click();
      assert.equal(await markedText(page), point.text);
      assert.equal(await line.getAttribute("aria-current"), "true");
      await page.waitForFunction(() => {
        const mark = document.querySelector("mark")?.getBoundingClientRect();
        const reader = document.querySelector("#reader")?.getBoundingClientRect();
        return mark && reader && mark.top >= reader.top && mark.bottom <= reader.bottom;
      });
      assert.ok(await page.locator(".line[aria-current]").count() >= 1);
    }
  }));

test("a section marks its passage, and only that", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { sections } = await outlineOf(page, sample);
    for (const [index, { span }] of sections.entries()) {
      await page.locator(".section-line").nth(index).click();
      const current = page.locator(".passage.current");
      assert.equal(await current.count(), 1);
      assert.equal(await current.locator(".words").textContent(), sample.slice(span.start, span.end));
      assert.equal(await page.locator("mark").count(), 0);
      assert.ok(await current.evaluate((passage) => {
        const box = passage.getBoundingClientRect();
        const reader = passage.parentElement?.getBoundingClientRect();
        return reader && box.bottom > reader.top && box.top < reader.bottom;
      }));
    }
  }));

test("the transcript leads back to the outline", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { sections } = await outlineOf(page, sample);
    const last = sections.length - 1;
    await page.locator(".passage").nth(last).locator(".words").click({ position: { x: 5, y: 12 } });
    const line = page.locator(".section").nth(last).locator(".line[aria-current]").first();
    await line.waitFor();
    assert.ok(await line.evaluate((line) => {
      const box = line.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }));
  }));

test("a question unfolds into the lines of its exchange", async (t) =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { sections } = await outlineOf(page, sample);
    const exchange = sections.find((section) => section.exchange)?.exchange;
    if (!exchange) return t.skip("the engine tells no exchanges yet");
    assert.equal(await page.locator(".said").first().isVisible(), false);
    await page.locator(".exchange summary").first().click();
    await page.locator(".said").first().click();
    assert.equal(await markedText(page), sample.slice(exchange.question.start, exchange.question.end));
  }));

test("everything can be reached and used by keyboard", () =>
  withPage(async (page) => {
    const { keyPoints } = await outlineOf(page, sample);
    const focused = () => page.evaluate(() => document.activeElement?.className || document.activeElement?.id);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "pane text-pane", "the first skip link leads to the transcript");
    await page.locator("#text").focus();
    await page.keyboard.insertText(sample);
    await outlined(page);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#reader").isVisible(), true, "Escape leaves the box for the marked text");
    await page.keyboard.press("Tab");
    for (let steps = 0; steps < 10 && !(await focused())?.includes("point-line"); steps += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await markedText(page), keyPoints[1]?.text);
    assert.match((await page.locator("#status").textContent()) ?? "", /^Marked in the transcript, in section \d+/);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate(() => document.activeElement?.localName), "mark");
    await page.keyboard.press("Escape");
    assert.match((await focused()) ?? "", /point-line/);
  }));

test("arrow keys walk through the sections in the transcript", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator(".tab").first().focus();
    await page.keyboard.press("ArrowDown");
    const index = await page.locator(".passage.current").getAttribute("data-index");
    const { sections } = await outlineOf(page, sample);
    assert.equal(index, String(Math.min(1, sections.length - 1)));
    assert.equal(await page.locator(".tab[tabindex='0']").count(), 1);
  }));

test("a speaker leads from turn to turn", async (t) =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { speakers } = await outlineOf(page, sample);
    const most = [...speakers].sort((a, b) => b.words - a.words)[0];
    if (!most) return t.skip("the engine tells no speakers yet");
    for (const span of most.spans.slice(0, 3)) {
      await page.locator(".speaker").first().click();
      assert.equal(await markedText(page), sample.slice(span.start, span.end));
    }
  }));

test("the outline follows the typing and keeps the text in the box", () =>
  withPage(async (page) => {
    await page.locator("#text").pressSequentially("MS. REED: Today I am announcing a new ferry line. ");
    await outlined(page);
    assert.equal(await page.locator("#text").isVisible(), true);
    await page.locator("#text").pressSequentially("It will cost 12 million dollars.");
    await page.waitForFunction(() => document.querySelector("#count")?.textContent?.startsWith("14 words") || document.querySelector("#count")?.textContent?.startsWith("16 words"));
    await page.locator("#edit").click();
    assert.equal(await page.locator(".words").evaluateAll((all) => all.map((words) => words.textContent).join("")), await page.locator("#text").inputValue());
  }));

test("the empty page shows an example that opens with its text", () =>
  withPage(async (page) => {
    await idle(page);
    const { keyPoints } = await outlineOf(page, sample);
    await page.locator(".key-points .line").first().click();
    await page.locator("mark").first().waitFor();
    assert.equal(await markedText(page), keyPoints[0]?.text);
    assert.equal(await page.locator("#text").inputValue(), sample);
  }));

for (const file of ["press-conference.txt", "briefing.txt", "council.vtt"]) {
  test(`the sample ${file} is labelled as invented, and replacing a text by it can be undone`, () =>
    withPage(async (page) => {
      await paste(page, "MR. OWN: This is my own text. It stays.");
      await outlined(page);
      await page.locator("#samples-menu summary").click();
      await page.locator(`#samples-list [data-sample="${file}"]`).click();
      await page.locator("#message button").waitFor();
      assert.match(await page.locator("#text").inputValue(), /invented sample/i);
      await page.locator("#message button").click();
      await page.waitForFunction(() => /my own text/.test(document.querySelector("#reader")?.textContent ?? ""));
    }));
}

test("clearing can be undone", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator("#new").click();
    await idle(page);
    assert.equal(await page.locator("#text").inputValue(), "");
    await page.locator("#message button").click();
    await outlined(page);
    assert.equal(await page.locator("#text").inputValue(), sample);
  }));

test("a dropped or opened file becomes the text", () =>
  withPage(async (page) => {
    const bytes = Buffer.from("\ufeffMS. REED: Caf\u00e9 and 5 million crowns will be served.", "utf16le");
    await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: bytes });
    await outlined(page);
    assert.equal(await page.locator("#text").inputValue(), "MS. REED: Caf\u00e9 and 5 million crowns will be served.");
  }));

test("the outline is sifted by kind, speaker and words, and opens up when the transcript asks for more", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    const { sections, speakers } = await outlineOf(page, sample);
    const shown = () => page.locator(".section").count();
    const kind = sections.at(-2)?.kind ?? "opening";
    await page.locator("[data-filter=kind]").selectOption(kind);
    assert.equal(await shown(), sections.filter((section) => section.kind === kind).length);
    assert.match((await page.locator("#status").textContent()) ?? "", /shown\.$/);
    await page.locator("[data-filter=kind]").selectOption("");
    await page.locator("[data-filter=speaker]").selectOption("0");
    assert.equal(await shown(), sections.filter((section) => section.speakers.includes(0)).length, speakers[0]?.name);
    await page.locator("[data-filter=speaker]").selectOption("");
    await page.locator("[data-filter=words]").fill("pilot BOATS");
    assert.equal(await shown(), sections.filter(({ span }) => /pilot\s+boats/i.test(sample.slice(span.start, span.end))).length);
    await page.locator("[data-filter=words]").fill("zeppelin");
    assert.equal(await shown(), 0);
    assert.equal(await page.locator(".none-found").isVisible(), true);
    await page.locator(".tab").last().click();
    assert.equal(await shown(), sections.length);
    assert.equal(await page.locator(".section").last().locator(".section-line").getAttribute("aria-current"), "true");
  }));
