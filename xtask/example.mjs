// Writes the outline of the example into the built page: `node xtask/example.mjs SITE`.
//
// The page's own view draws it, with the module that has just been built, in a document that is the page. So it stands
// there before any script has run, and the view can draw the same again. What the view sets as a style becomes a rule of
// the style sheet, since the content security policy allows no other.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { outline as outlineOf } from "speech-outline";

// Without its types, which do not agree with TypeScript's own.
const { parseHTML } = await import(/** @type {string} */ ("linkedom"));

const [folder = "target/site"] = process.argv.slice(2);
const site = resolve(folder);
/** @param {string} path in the site */
const load = (path) => import(pathToFileURL(join(site, path)).href);

const page = readFileSync(join(site, "index.html"), "utf8");
const { document, Element, HTMLElement } = parseHTML(page);
Object.assign(globalThis, { document, Element, HTMLElement });

const { EXAMPLE } = await load("samples.js");
const { strings } = await load("strings.js");
const { OutlineView } = await load("view/outline.js");
const text = readFileSync(join(site, "samples", `${EXAMPLE}.txt`), "utf8");
const outline = outlineOf(text);

const result = document.querySelector("#result");
const place = /<div class="result" id="result">(?=<\/div>)/;
if (!place.test(page)) throw new Error(`index.html has no ${place}`);
new OutlineView(result, { choose() {}, toMark() {}, tools: () => null }).show(text, outline, strings.exampleNote);

let rules = "";
for (const [index, element] of [...result.querySelectorAll("[style]")].entries()) {
  const style = element.getAttribute("style").replace(/^[\w-]+:$/, "");
  element.removeAttribute("style");
  if (style === "") continue;
  rules += `[data-prepared] [data-styled="${index}"] { ${style}; }\n`;
  element.setAttribute("data-styled", index);
}

writeFileSync(join(site, "index.html"), page.replace(place, () => `<div class="result" id="result" data-prepared>${result.innerHTML}`));
writeFileSync(join(site, "style.css"), `${readFileSync(join(site, "style.css"), "utf8")}\n/* ---- The example that is written into the page */\n\n${rules}`);
writeFileSync(join(site, "samples", `${EXAMPLE}.json`), JSON.stringify(outline));
