// The lines of <speech-outline>: each leads to its place in the article, marks it there, and has an address.
import assert from "node:assert/strict";
import { test } from "node:test";

import { outline } from "speech-outline";

import { article, escape, marked, oneLine, reached, text, withPage } from "./element-page.mjs";

const made = outline(text);
const [first, second] = made.keyPoints.map((point) => oneLine(point.text));
const body = `<speech-outline for="transcript"></speech-outline><div class="gap"></div><div id="transcript">${article}</div>`;

/** @param {import("playwright-core").Page} page @param {number} at */
const quote = (page, at) => page.locator("speech-outline nav > ul a[part~=quote]").nth(at);

/** Where what is marked stands in the view: 0 at its top, 1 at its bottom. @param {import("playwright-core").Page} page */
const level = (page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("speech-outline") ?? []), ...(CSS.highlights.get("speech-outline-section") ?? [])];
    return (/** @type {Range} */ (range).getClientRects()[0]?.top ?? -1) / innerHeight;
  });

test("a line marks its words, brings them into view and hands on the focus", () =>
  withPage(body, async (page) => {
    await reached(page);
    await quote(page, 0).click();
    assert.deepEqual(await marked(page), { words: [first], section: [] });
    const at = await level(page);
    assert.ok(at >= 0 && at < 0.8, `${at}`);
    assert.equal(await quote(page, 0).getAttribute("aria-current"), "location");
    assert.equal(await page.evaluate(() => document.activeElement?.localName), "p");
    await quote(page, 1).click();
    assert.deepEqual(await marked(page), { words: [second], section: [] });
    assert.equal(await page.locator("speech-outline [aria-current]").count(), 1);
    await page.evaluate(() => document.querySelector("speech-outline")?.clear());
    assert.deepEqual(await marked(page), { words: [], section: [] });
    assert.equal(await page.locator("[tabindex]").count(), 1, "only where the focus is");
  }));

test("every line finds its place, and a section all of its words", () =>
  withPage(body, async (page) => {
    await reached(page);
    const lost = await page.evaluate(() => {
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      const condensed = (/** @type {string} */ words) => words.replace(/\s+/g, "");
      /** @type {string[]} */
      const lost = [];
      element.addEventListener("speech-outline-select", ({ detail: { id, span, range } }) => {
        const words = element.text?.slice(span.start, span.end) ?? "";
        if (condensed(String(range)) !== condensed(words)) lost.push(`${id}: ${words} -> ${range}`);
      });
      const lines = [...(element.shadowRoot?.querySelectorAll("a[part~=line]") ?? [])];
      if (lines.length < 10) lost.push(`only ${lines.length} lines`);
      for (const { id } of lines) element.select(id);
      return lost;
    });
    assert.deepEqual(lost, []);
  }));

test("an article that is not quite the transcript is found in, too", () => {
  const captions = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Mayor Reed>Good evening. We will build “three”\n\n00:04.000 --> 00:08.000\nnew schools – by 2030, and the first in May.\n\n"
    + "00:08.000 --> 00:12.000\n<v Ann Poe>Why do we need three schools?\n\n00:12.000 --> 00:15.000\n<v Mayor Reed>They are full. Thank you.\n";
  const page = `<speech-outline for="words" src="t.vtt"></speech-outline><article id="words"><h2>Mayor Reed</h2><p>Good evening. We will build <em>"three"
    new</em>&nbsp;schools - by 2030, and the first in&shy; May.</p><script type="text/plain">We will build</script><h2>Ann Poe</h2><p>Why do we need three schools?</p><h2>Mayor Reed</h2><p>They are full. Thank you.</p></article>`;
  return withPage(page, async (page) => {
    await reached(page);
    await page.locator("speech-outline a[part~=quote]", { hasText: "three" }).first().click();
    assert.match((await marked(page)).words.join(), /^We will build "three" new.schools - by 2030, and the first in.? May\.$/);
  }, { files: { "t.vtt": captions } });
});

test("words that the article does not have are not marked, and the reader is brought near", () =>
  withPage(`<speech-outline for="words"></speech-outline><div id="words"><p>${"Some other text that goes on. ".repeat(300)}</p></div>`, async (page) => {
    const found = await page.evaluate(async (text) => {
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      element.text = text;
      await new Promise((resolve) => element.addEventListener("speech-outline-ready", () => element.outline?.speakers.length && resolve(undefined)));
      /** @type {Range | null | undefined} */
      let range;
      element.addEventListener("speech-outline-select", ({ detail }) => (range = detail.range));
      element.select(`${element.outline?.sections.length}`);
      return { range, y: scrollY };
    }, text);
    assert.equal(found.range, null);
    assert.ok(found.y > 0);
    assert.deepEqual(await marked(page), { words: [], section: [] });
  }));

test("a page may do it in its own way", () =>
  withPage(body, async (page) => {
    await reached(page);
    await page.evaluate(() => document.addEventListener("speech-outline-select", (event) => event.preventDefault()));
    await quote(page, 0).click();
    assert.deepEqual([await marked(page), new URL(page.url()).hash], [{ words: [], section: [] }, ""]);
  }));

test("every line has an address: from a link, by the buttons of the browser, by script", () =>
  withPage(body, async (page) => {
    await reached(page);
    assert.deepEqual(await marked(page), { words: [second], section: [] }, "on load");
    assert.ok(await level(page) < 0.8);
    await quote(page, 0).click();
    assert.equal(new URL(page.url()).hash, "#transcript-outline-point-1");
    await page.goBack();
    await page.waitForFunction(() => location.hash === "#transcript-outline-point-2");
    await page.waitForFunction((words) => [...(CSS.highlights.get("speech-outline") ?? [])].some((range) => String(range).replace(/\s+/g, " ") === words), second);
    await page.evaluate(() => (location.hash = "#transcript-outline-3"));
    await page.waitForFunction(() => CSS.highlights.get("speech-outline-section")?.size === 1);
    await page.evaluate(() => (location.hash = "#something-else"));
    await page.waitForFunction(() => CSS.highlights.get("speech-outline-section")?.size === 0);
  }, { hash: "#transcript-outline-point-2" }));

test("a line that is folded away is unfolded, and so is its place", () =>
  withPage(
    `<speech-outline for="transcript" collapsed></speech-outline><details><summary>In full</summary><div id="transcript">${article}</div></details>`,
    async (page) => {
      await reached(page);
      assert.ok(await page.locator("main > details").evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open));
      assert.ok(await page.locator("speech-outline [part=section-list]").isVisible());
      assert.equal((await marked(page)).section.length, 1);
    },
    { hash: "#transcript-outline-4" },
  ));

test("the place is found in a box that scrolls by itself", () =>
  withPage(
    `<link rel="stylesheet" href="box.css"><speech-outline for="transcript"></speech-outline><div class="box" id="transcript" tabindex="0">${article}</div>`,
    async (page) => {
      await reached(page);
      await page.evaluate(() => document.querySelector("speech-outline")?.select("point-2"));
      const { top, box } = await page.evaluate(() => {
        const [range] = CSS.highlights.get("speech-outline") ?? [];
        const { top = 0, bottom = 0 } = document.querySelector(".box")?.getBoundingClientRect() ?? {};
        return { top: /** @type {Range} */ (range).getClientRects()[0]?.top ?? 0, box: [top, bottom] };
      });
      assert.ok(top > (box[0] ?? 0) && top < (box[1] ?? 0), `${top} in ${box}`);
    },
    { prepare: (page) => page.route("**/box.css", (route) => route.fulfill({ contentType: "text/css", body: ".box { height: 120px; overflow: auto }" })) },
  ));

test("several elements in a page keep apart", () =>
  withPage(`<speech-outline id="one">${article}</speech-outline><speech-outline>${article}</speech-outline><speech-outline>${article}</speech-outline>`, async (page) => {
    await reached(page);
    const ids = await page.locator("speech-outline nav h2").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids, ["one-heading", "outline-heading", "outline_2-heading"]);
    await page.evaluate(() => (location.hash = "#outline_2-point-1"));
    await page.waitForFunction(() => CSS.highlights.get("speech-outline")?.size === 1);
    assert.deepEqual(await page.locator("speech-outline").evaluateAll((all) => all.map((element) => element.shadowRoot?.querySelectorAll("[aria-current]").length)), [0, 0, 1]);
  }));

test("an element that is gone leaves its name to the next", () =>
  withPage(`<speech-outline>${article}</speech-outline>`, async (page) => {
    await reached(page);
    const names = await page.evaluate(async () => {
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      const name = (/** @type {Element} */ element) => element.shadowRoot?.querySelector("nav h2")?.id;
      const next = /** @type {import("./element-page.mjs").Element} */ (element.cloneNode(true));
      const ready = (/** @type {Element} */ element) => new Promise((resolve) => element.addEventListener("speech-outline-ready", resolve, { once: true }));
      element.remove();
      await null;
      document.body.append(next);
      await ready(next);
      document.body.append(element);
      await ready(element);
      return [name(next), name(element)];
    });
    assert.deepEqual(names, ["outline-heading", "outline_2-heading"]);
  }));

test("an address does not call away a reader who is busy elsewhere", () =>
  withPage(`<input aria-label="Search" autofocus>${body}`, async (page) => {
    await reached(page);
    assert.equal((await marked(page)).words.length, 1);
    assert.equal(await page.evaluate(() => document.activeElement?.localName), "input");
  }, { hash: "#transcript-outline-point-2", prepare: (page) => page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => document.querySelector("input")?.focus())) }));

test("without highlights, the words are selected", () =>
  withPage(body, async (page) => {
    await reached(page);
    await quote(page, 0).click();
    assert.equal(oneLine(await page.evaluate(() => String(getSelection()))), first);
  }, { prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "Highlight")) }));

test("by keyboard: Tab to a line, Enter, and on from its place", () =>
  withPage(`${body}<a href="#end">The end</a>`, async (page) => {
    await reached(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.deepEqual((await marked(page)).words, [first]);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "The end");
    assert.equal(await page.locator("[tabindex]").count(), 0);
  }));

test("a click that opens a new tab is the browser's, and the address leads there too", () =>
  withPage(body, async (page) => {
    await reached(page);
    const [opened] = await Promise.all([page.context().waitForEvent("page"), quote(page, 0).click({ modifiers: ["Control"] })]);
    assert.deepEqual(await marked(page), { words: [], section: [] });
    await opened.close();
    const address = await quote(page, 0).evaluate((line) => /** @type {HTMLAnchorElement} */ (line).href);
    assert.match(address, /#transcript-outline-point-1:~:text=/);
    await page.goto("about:blank");
    await page.goto(address);
    await reached(page);
    assert.deepEqual(await marked(page), { words: [first], section: [] });
  }));

test("names that mean something to HTML or to addresses do no harm", () =>
  withPage(`<speech-outline id="a b%20&quot;&lt;ö">${escape(text).replace(/^/, "<p>")}</speech-outline>`, async (page) => {
    await reached(page);
    await quote(page, 0).click();
    assert.equal(decodeURIComponent(new URL(page.url()).hash), '#a b%20"<ö-point-1');
    await page.evaluate(() => document.querySelector("speech-outline")?.clear());
    await page.evaluate(() => dispatchEvent(new HashChangeEvent("hashchange")));
    assert.deepEqual((await marked(page)).words, [first]);
  }));
