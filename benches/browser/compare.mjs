// How long the module takes in headless Chromium, beside other packages that split sentences, on the same texts in the
// same run, as `../node/compare.mjs` does it in Node. `cargo xtask bench browser` builds the package and runs it;
// `CHROMIUM` names the browser. It prints medians in milliseconds by the clock, which a page has no finer than 0.1 ms.
import { join } from "node:path";

import { chromium } from "playwright-core";

import { serve } from "../../tests/browser/server.mjs";
import { bundle } from "../node/bundle.mjs";
import { FROM, header, row, texts } from "../node/table.mjs";

const bundled = await bundle(join(import.meta.dirname, "page.mjs"));
const host = await serve(join(import.meta.dirname, "../../pkg"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const tab = await browser.newPage();
await tab.route("**/empty.html", (route) => route.fulfill({ body: "<!doctype html>", contentType: "text/html" }));
await tab.route("**/peers.js", (route) => route.fulfill({ body: bundled, contentType: "text/javascript" }));
await tab.goto(`${host.address}empty.html`);

header("median, ms; words:");
console.log(`\nin Chromium ${browser.version()}, and times as long as the outline`);
const page = await tab.evaluateHandle(() => import(new URL("peers.js", location.href).href));
/** @type {number[] | undefined} */
let whole;
for (const name of await page.evaluate(({ names }) => /** @type {string[]} */ (names))) {
  /** @type {number[]} */
  const times = await page.evaluate((page, { name, texts, from }) => page.times(name, texts, from), { name, texts, from: FROM });
  whole ??= times;
  row(name, times, whole);
}
await browser.close();
host.close();
