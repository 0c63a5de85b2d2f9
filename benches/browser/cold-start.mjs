// How long a reader waits for the first outline who has been to the site before: a browser that has just been started,
// with the package's files in its disk cache, from the start of the navigation to the outline of a statement of 2,000
// words. Beside it the same page without a script, to its `load` event. `cargo xtask bench cold-start` builds the
// package and runs it; `CHROMIUM` names the browser.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { chromium } from "playwright-core";

import { median } from "../node/measure.mjs";
import { beginning, inventedText } from "../node/text.mjs";

const ROUNDS = 9;
const WORDS = 2_000;
const TYPES = new Map(Object.entries({ ".js": "text/javascript", ".wasm": "application/wasm" }));
/** As a site serves files that have a version in their name. */
const CACHED = "public, max-age=31536000, immutable";

const text = beginning(inventedText(), WORDS).replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
const SCRIPT = `
import { init, outline } from "./pkg/index.js";
const text = document.querySelector("pre").textContent;
const loaded = performance.now();
await init();
const ready = performance.now();
outline(text);
globalThis.marks = { loaded, ready, outlined: performance.now() };`;
const HINTS = `<link rel="modulepreload" href="pkg/index.js">
<link rel="preload" as="fetch" crossorigin href="pkg/dist/speech_outline_bg.wasm">`;

/** @param {string} head @param {string} script */
const page = (head, script) => `<!doctype html><meta charset="utf-8"><title>Statement</title>${head}<pre>${text}</pre>${script}`;

/** @type {Record<string, string>} */
const PAGES = {
  empty: page("", `<script>addEventListener("load", () => { globalThis.marks = { outlined: performance.now() }; });</script>`),
  outline: page("", `<script type="module">${SCRIPT}</script>`),
  hinted: page(HINTS, `<script type="module">${SCRIPT}</script>`),
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
  if (path in PAGES) {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": CACHED }).end(PAGES[path]);
    return;
  }
  try {
    const file = readFileSync(join(import.meta.dirname, "../..", path));
    response.writeHead(200, { "content-type": TYPES.get(extname(path)) ?? "text/plain", "cache-control": CACHED }).end(file);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;

const profile = mkdtempSync(join(tmpdir(), "cold-start-"));
/** @type {Record<string, Record<string, number>[]>} */
const marks = { empty: [], outline: [], hinted: [] };
// The first two rounds fill the cache: Chromium keeps compiled code of what it sees again.
for (let round = -2; round < ROUNDS; round += 1) {
  for (const [name, found] of Object.entries(marks)) {
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    const context = await chromium.launchPersistentContext(profile, { executablePath, args: ["--no-sandbox"] });
    const tab = await context.newPage();
    await tab.goto(origin + name);
    await tab.waitForFunction("globalThis.marks");
    if (round >= 0) found.push(/** @type {Record<string, number>} */ (await tab.evaluate("globalThis.marks")));
    else await tab.waitForTimeout(1_500);
    await context.close();
  }
}
server.close();
rmSync(profile, { recursive: true });

console.log(`milliseconds from the start of the navigation, of ${ROUNDS} rounds: median, fastest`);
for (const [name, found] of Object.entries(marks)) {
  for (const mark of ["loaded", "ready", "outlined"]) {
    const times = found.map((each) => each[mark] ?? NaN);
    if (times.some(Number.isNaN)) continue;
    const cells = [median(times), Math.min(...times)].map((time) => time.toFixed(1).padStart(9));
    console.log(`${name.padEnd(10)}${mark.padEnd(10)}${cells.join("")}`);
  }
}
