// Links that contain the text: made, opened, damaged, hostile.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { carriedBy, linkTo } from "../../www/link.js";
import { outlined, paste, site, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const OTHER = "MS. REED: We start 12 boats in June. The cost is 5 million crowns.";

/** @param {unknown} content @returns {string} */
const fragment = (content) => `#text=1.${deflateRawSync(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url")}`;

/** Reads what was copied. @param {Page} page */
async function copiedLink(page) {
  await page.evaluate(() => {
    const write = async (/** @type {ClipboardItem[]} */ items) => Object.assign(window, { copied: await (await items[0]?.getType("text/plain"))?.text() });
    Object.defineProperty(navigator, "clipboard", { value: { write } });
  });
  await page.locator("#save-menu summary").click();
  await page.locator("[data-format=link]").click();
  await page.locator("#message:not([hidden])").waitFor();
  return page.evaluate(() => /** @type {any} */ (window).copied);
}

/** @param {Page} page */
const shelfSize = async (page) => {
  await page.waitForTimeout(600);
  await page.locator("#shelf-menu summary").click();
  await page.locator("#shelf-list li").first().waitFor();
  const size = await page.locator("#shelf-list li").count();
  await page.keyboard.press("Escape");
  return size;
};

for (const text of [sample, "\u{1f6a2} \ud800 \"quoted\"\r\n\u0000\u2028", "a".repeat(3_000_000)]) {
  test(`what a link carries comes out as it went in: ${text.slice(0, 20)}`, async () => {
    /** @type {import("../../www/link.js").Carried} */
    const carried = { text, format: "auto", corrections: [{ type: "title", at: 0, title: "Mine" }, { type: "move", from: 0, to: 1 }] };
    const { address, corrected } = await linkTo(carried, "https://example.invalid/page/");
    assert.ok(corrected);
    assert.match(address, /^https:\/\/example\.invalid\/page\/#text=1\.[\w-]+$/);
    assert.deepEqual(await carriedBy(new URL(address).hash), carried);
  });
}

test("corrections that would make a link much longer stay behind", async () => {
  const corrections = Array.from({ length: 4000 }, (_, at) => ({ type: /** @type {const} */ ("title"), at, title: String(Math.sin(at)) }));
  const { address, corrected } = await linkTo({ text: sample, format: "auto", corrections }, "");
  assert.equal(corrected, false);
  assert.deepEqual(await carriedBy(address), { text: sample, format: "auto", corrections: [] });
});

const good = { text: OTHER, format: "auto", corrections: [] };
const HOSTILE = {
  "cut off": fragment(good).slice(0, 40),
  "with something appended": `${fragment(good)}%20and%20more`,
  empty: "#text=",
  "of another version": "#text=9.abc",
  "not base64": "#text=1.\u00fc\u00fc",
  "not deflated": "#text=1.AAAA",
  "not JSON": fragment("no JSON"),
  "not UTF-8": `#text=1.${deflateRawSync(Buffer.from([0x22, 0xff, 0x22])).toString("base64url")}`,
  "of another shape": fragment([1, 2]),
  "null": fragment("null"),
  "without a text": fragment({ ...good, text: "" }),
  "with a number for a text": fragment({ ...good, text: 7 }),
  "of an unknown format": fragment({ ...good, format: "constructor" }),
  "with an unknown correction": fragment({ ...good, corrections: [{ type: "__proto__", at: 0 }] }),
  "with an unknown kind": fragment({ ...good, corrections: [{ type: "kind", at: 0, kind: "toString" }] }),
  "with a place outside": fragment({ ...good, corrections: [{ type: "split", at: 1e9 }] }),
  "with a place that is no number": fragment({ ...good, corrections: [{ type: "split", at: "0" }] }),
  "with a title that is an object": fragment({ ...good, corrections: [{ type: "title", at: 0, title: {} }] }),
  "with corrections that are text": fragment({ ...good, corrections: "all" }),
};
for (const [what, hash] of Object.entries(HOSTILE)) {
  test(`a link ${what} is refused`, () => assert.rejects(carriedBy(hash), { reason: "damaged" }));
}

test("a small link that unpacks to far too much is stopped", async () => {
  const bomb = fragment(`{"text":"${"a".repeat(64 * 1024 * 1024)}"`);
  assert.ok(bomb.length < 100_000);
  const before = performance.now();
  await assert.rejects(carriedBy(bomb), { reason: "tooLarge" });
  assert.ok(performance.now() - before < 2000);
});

test("other fragments are none of its business", async () => {
  for (const other of ["", "#", "#transcript", "#texture=1"]) assert.equal(await carriedBy(other), null);
});

test("a link takes text and corrections to another browser, and asks for nothing", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator(".section-line").nth(2).click();
    await page.locator("[data-tool=correct]").click();
    await page.locator("[data-tool=title]").fill("Harbours");
    await page.locator("[data-tool=title]").press("Enter");
    const address = await copiedLink(page);
    assert.match((await page.locator("#message").textContent()) ?? "", /characters.*can read it.*corrections are in it.*Outlook/);
    /** @type {string[]} */
    const asked = [];
    const other = await page.context().browser()?.newContext({ serviceWorkers: "block" });
    const there = await other?.newPage();
    assert.ok(there && other);
    there.on("request", (request) => asked.push(request.url()));
    await there.goto(address);
    await outlined(there);
    await there.locator("#message", { hasText: "came with the link" }).waitFor();
    assert.equal(await there.locator("#text").inputValue(), sample);
    assert.equal(await there.locator(".section-title").filter({ hasText: "Harbours" }).count(), 1);
    assert.doesNotMatch(there.url(), /#/, "the text does not stay in the address");
    assert.ok(asked.every((url) => !url.includes("text=")), "no request carries it");
    await there.waitForTimeout(600);
    await there.reload();
    await outlined(there);
    assert.equal(await there.locator("#text").inputValue(), sample, "it is kept");
    await other.close();
  }));

test("a link never takes the place of a text", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.evaluate((hash) => void (location.hash = hash), fragment(good));
    await page.waitForFunction((text) => document.querySelector("textarea")?.value === text, OTHER);
    assert.equal(await shelfSize(page), 2);
    await page.locator("#message button", { hasText: "Undo" }).click();
    await page.waitForFunction((text) => document.querySelector("textarea")?.value === text, sample);
    await page.evaluate((hash) => void (location.hash = hash), fragment(good));
    await page.waitForFunction((text) => document.querySelector("textarea")?.value === text, OTHER);
    assert.equal(await shelfSize(page), 2, "opened twice, it is there once");
  }));

test("a damaged link says so and loses nothing, when the page starts and later", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.waitForTimeout(600);
    for (const open of [
      () => page.evaluate((hash) => void (location.hash = hash), "#text=1.AAAA"),
      async () => {
        await page.goto("about:blank");
        await page.goBack();
        await page.evaluate((hash) => history.replaceState(null, "", hash), "#text=1.AAAA");
        await page.reload();
      },
    ]) {
      await open();
      await page.locator("#message", { hasText: "damaged or incomplete" }).waitFor();
      await outlined(page);
      assert.equal(await page.locator("#text").inputValue(), sample);
      assert.doesNotMatch(page.url(), /#/);
    }
    assert.equal(await shelfSize(page), 1);
  }));

test("a text that is too long for a link is not put into one", () =>
  withPage(async (page) => {
    // Random digits hardly deflate.
    const words = randomBytes(1_000_000).toString("hex").replace(/.{8}/g, "$& ");
    await page.locator("#text").evaluate((box, text) => box instanceof HTMLTextAreaElement && (box.value = text), `MS. REED: ${words}.`);
    await page.locator("#text").dispatchEvent("input");
    await page.locator("#save-menu").waitFor({ timeout: 30_000 });
    assert.equal(await copiedLink(page), undefined);
    assert.match((await page.locator("#message").textContent()) ?? "", /too long for a link.*1,000,000/);
  }));
