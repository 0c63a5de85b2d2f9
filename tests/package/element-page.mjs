// What the tests of <speech-outline> stand on: a page beside the package, under as strict a policy as sites have, which
// is watched for console errors, policy violations and exceptions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { browser, host } from "./host.mjs";

/** @import { Page } from "playwright-core" */
/** @import { SpeechOutlineElement } from "speech-outline/element" */

/** What `evaluate` hands to the page: `querySelector` knows the element by its name. @typedef {SpeechOutlineElement} Element */

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

export const text = readFileSync(new URL("../fixtures/outline/ferry-briefing.txt", import.meta.url), "utf8").split("\n====================")[0] ?? "";

/** @param {string} text */
export const escape = (text) => text.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The transcript as an article has it: a paragraph each, names in bold, lines where the editor's program broke them. */
export const article = text
  .split(/\n\s*\n/)
  .map((paragraph) => `  <p>\n    ${escape(paragraph).replace(/^([A-Z][A-Z .]+:)/, "<b>$1</b>").replace(/ (\w+ \w+ \w+) /g, "\n    $1 ")}\n  </p>\n`)
  .join("");

/**
 * @param {string} body
 * @param {(page: Page, requests: string[]) => Promise<void>} check
 * @param {import("playwright-core").BrowserContextOptions & { policy?: string, script?: boolean, hash?: string, files?: Record<string, string>,
 *   lang?: string, dir?: string, faults?: RegExp, prepare?: (page: Page) => Promise<unknown> }} [options] `script`: whether the page
 *   registers the element; `files`: what else the host has; `faults`: those that are expected
 */
export async function withPage(body, check, options = {}) {
  const { policy = POLICY, script = true, hash = "", files = {}, lang = "en", dir = "ltr", faults: expected, prepare, ...context } = options;
  const opened = await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: "reduce", ...context });
  opened.setDefaultTimeout(60_000);
  const page = await opened.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const faults = [];
  page.on("request", (request) => requests.push(request.url().slice(host.address.length)));
  page.on("pageerror", (error) => faults.push(`error: ${error.stack}`));
  page.on("console", (entry) => {
    if (["error", "warning"].includes(entry.type())) faults.push(`console: ${entry.text()}`);
  });
  const register = script ? '<script type="module" src="element-define.js"></script>' : "";
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>An article</title>
    <link rel="icon" href="data:,">${register}<body><main><h1>An article</h1>${body}</main></html>`;
  await page.route(/\/page\.html/, (route) =>
    route.fulfill({ body: html, contentType: "text/html", headers: { "content-security-policy": policy.replace("connect-src", "img-src data:; connect-src") } }));
  for (const [name, body] of Object.entries(files)) {
    await page.route(`**/${name}`, (route) => (body ? route.fulfill({ body, contentType: "text/plain; charset=utf-8" }) : route.fulfill({ status: 404 })));
  }
  try {
    await prepare?.(page);
    await page.goto(`${host.address}page.html${hash}`);
    await check(page, requests);
    assert.deepEqual(faults.filter((fault) => !expected?.test(fault)), []);
  } finally {
    await opened.close();
  }
}

/** @param {Page} page @param {import("speech-outline/element").State} [state] */
export const reached = (page, state = "ready") =>
  page.waitForFunction((state) => [...document.querySelectorAll("speech-outline")].every((element) => element.state === state), state);

/** What is marked in the page. @param {Page} page */
export const marked = (page) =>
  page.evaluate(() => {
    const words = (/** @type {string} */ name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range).replace(/\s+/g, " "));
    return { words: words("speech-outline"), section: words("speech-outline-section") };
  });

/** @param {string} words */
export const oneLine = (words) => words.replace(/\s+/g, " ").trim();
