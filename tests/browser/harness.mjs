// What every browser test stands on: the built site on a plain host, one browser, and a page that is watched for
// console errors, policy violations and requests that leave the host.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

export const site = process.env.SITE ?? fileURLToPath(new URL("../../target/site", import.meta.url));

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let host;

before(async () => {
  browser = await launch();
  host = await serve(site);
});

after(async () => {
  await browser.close();
  host.close();
});

/**
 * Opens the page, hands it to the test, and fails if anything went wrong behind its back.
 * @param {(page: import("playwright-core").Page) => Promise<void>} test
 * @param {import("playwright-core").BrowserContextOptions & { prepare?: (page: import("playwright-core").Page) => Promise<unknown>, address?: string }} [options] `address`:
 *   where the page is, if not on the common host
 */
export async function withPage(test, { prepare, address = host.address, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("console", (entry) => {
    if (entry.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(entry.type())) faults.push(`console: ${entry.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) faults.push(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left in the middle of loading aborts what it was loading.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
  });
  try {
    await prepare?.(page);
    await page.goto(address);
    await test(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** Hands an empty page to the test. @param {(page: import("playwright-core").Page) => Promise<void>} test */
export async function withBlankPage(test) {
  const page = await browser.newPage();
  try {
    await test(page);
  } finally {
    await page.close();
  }
}

/** Puts a text into the box as a paste does. @param {import("playwright-core").Page} page @param {string} text */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const box = document.querySelector("textarea");
    if (!box) throw new Error("there is no text box");
    box.focus();
    const data = new DataTransfer();
    data.setData("text/plain", text);
    // What the page takes itself, the browser does not insert.
    if (!box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))) return;
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, text);
}

/** Waits until the empty page does all that it can: its example stands there before that. @param {import("playwright-core").Page} page */
export const idle = (page) => page.locator(".result:not([data-prepared]) > .note").waitFor();

/** Waits until the outline of the text in the box is shown. @param {import("playwright-core").Page} page */
export const outlined = (page) => page.locator("body[data-state=filled] .passage, body[data-state=filled] #edit:not([hidden])").first().waitFor();

/**
 * Puts a text into the box as typing does, however long it is.
 * @param {import("playwright-core").Page} page
 * @param {{ text: string, times?: number }} content
 */
export async function write(page, content) {
  await page.evaluate(({ text, times = 1 }) => {
    const box = document.querySelector("textarea");
    if (!box) throw new Error("there is no text box");
    box.value = text.repeat(times);
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, content);
}

/**
 * The outline that the program itself makes.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 * @returns {Promise<import("../../pkg/index.js").Outline>}
 */
export const outlineOf = (page, text) =>
  page.evaluate(async (text) => {
    const { init, outline } = await import(new URL("./speech-outline/index.js", document.baseURI).href);
    await init();
    return outline(text);
  }, text);

/** @param {import("playwright-core").Page} page */
export const markedText = (page) => page.locator("#reader").evaluate((reader) => [...reader.querySelectorAll("mark")].map((mark) => mark.textContent).join(""));
