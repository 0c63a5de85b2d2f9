// Puts what the first picture of the built page needs into the page itself: `node xtask/first-paint.mjs SITE`.
//
// One answer of the host then paints it. The content security policy names the hashes of just this script and this style.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [folder = "target/site"] = process.argv.slice(2);
const site = resolve(folder);
/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

let page = readFileSync(join(site, "index.html"), "utf8");

/** @param {string} what @param {string} by */
function replace(what, by) {
  if (!page.includes(what)) throw new Error(`index.html has no ${what}`);
  page = page.replace(what, () => by);
}

const first = readFileSync(join(site, "first.js"), "utf8");
const style = readFileSync(join(site, "style.css"), "utf8");
replace('<script src="./first.js"></script>', `<script>${first}</script>`);
replace('<link rel="stylesheet" href="./style.css">', `<style>${style}</style>`);
replace("script-src 'self'", `script-src 'self' ${hash(first)}`);
replace("style-src 'self'", `style-src 'self' ${hash(style)}`);
writeFileSync(join(site, "index.html"), page);
// The style sheet is needed by the other page, too.
rmSync(join(site, "first.js"));
