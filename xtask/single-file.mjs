// Writes the built page as one file that works from a disk: `node xtask/single-file.mjs SITE`.
//
// Its modules become `data:` addresses in an import map, which names them by their path. The map is deflated, and a few
// lines in the page unpack it. The content security policy names the hashes of just these scripts and styles.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

import { EXAMPLE } from "../www/samples.js";

const [folder = "target/site"] = process.argv.slice(2);
const site = resolve(folder);
const root = fileURLToPath(new URL("..", import.meta.url));
const www = join(root, "www");
/** What does not start as a module of the page: the other scripts have no place in one file. */
const NO_MODULES = ["first.js", "sw.js", "worker.js"];

/** @param {string} path below the repository */
const read = (path) => readFileSync(join(root, path), "utf8");

/** The modules by their path in the page. @returns {Record<string, string>} */
function modules() {
  const own = readdirSync(www, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js") && !NO_MODULES.includes(path));
  const samples = Object.fromEntries(readdirSync(join(www, "samples")).map((name) => [name, read(`www/samples/${name}`)]));
  return {
    ...Object.fromEntries(own.map((path) => [path, read(`www/${path}`)])),
    "samples.js": `export const EXAMPLE = "${EXAMPLE}";
const texts = ${JSON.stringify(samples)};
const outline = ${readFileSync(join(site, "samples", `${EXAMPLE}.json`), "utf8")};
export const sample = async (file) => ({ text: texts[file], outline: file === EXAMPLE + ".txt" ? outline : undefined });
`,
    // The package's entry point that brings the module along.
    "speech-outline/index.js": read("pkg/inline.js"),
    ...Object.fromEntries(
      [
        ...["core.js", "errors.js", "load.js", "outliner.js", "progress.js", "splice.js", "dist/speech_outline.js", "dist/speech_outline_inline.js"],
        ...readdirSync(join(site, "speech-outline/render")).map((name) => `render/${name}`),
      ].map((path) => [
        `speech-outline/${path}`,
        read(`pkg/${path}`),
      ]),
    ),
  };
}

/** Names every import by its path in the page: a `data:` address has no folder to be relative to. @param {string} path @param {string} code */
const named = (path, code) =>
  code
    .replace(/^\s*(\/\/.*|\/\*\*[\s\S]*?\*\/)\n/gm, "")
    .replace(/(\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}\/[^"]+)"/g, (_, before, to) => `${before}"page/${posix.join(posix.dirname(path), to)}"`);

/** @param {string} code */
const address = (code) =>
  `data:text/javascript;charset=utf-8,${code.replace(/[%#\r\n\t<]|[^\x20-\x7e]+/g, (part) => encodeURIComponent(part))}`;

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const imports = Object.fromEntries(
  Object.entries(modules()).map(([path, code]) => [`page/${path}`, address(named(path, code))]),
);
const map = JSON.stringify({ imports });
const packed = deflateRawSync(map, { level: 9 }).toString("base64");
const start = `(async () => {
  const bytes = Uint8Array.from(atob(document.getElementById("packed").textContent), (c) => c.charCodeAt(0));
  const map = document.createElement("script");
  map.type = "importmap";
  map.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  document.head.append(map);
  await import("page/app.js");
})();`;
let page = readFileSync(join(site, "index.html"), "utf8");
const [, style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
const [, first = ""] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
const icon = `data:image/svg+xml,${encodeURIComponent(read("www/icons/icon.svg"))}`;

const policy = [
  "default-src 'none'",
  `script-src ${hash(first)} ${hash(start)} ${hash(map)} data: 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** @param {string} page @param {RegExp} what @param {string} by */
function replaced(page, what, by) {
  if (!what.test(page)) throw new Error(`index.html has no ${what}`);
  return page.replace(what, () => by);
}

page = replaced(page, /<meta http-equiv="Content-Security-Policy" content="[^"]*">/, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
page = replaced(page, /\s*<link rel="(apple-touch-icon|manifest)"[^>]*>\s*<link rel="(apple-touch-icon|manifest)"[^>]*>/, "");
page = replaced(page, /(\s*<link rel="modulepreload"[^>]*>)+/, "");
page = replaced(page, /\s*<script type="module"[^>]*><\/script>/, "");
page = page.replaceAll("./icons/icon.svg", icon);
// The other pages are not in the file.
for (const id of ["how", "one-file"]) page = replaced(page, new RegExp(`\\s*<a id="${id}"[^>]*>[^<]*</a>`), "");
page = replaced(page, /<\/body>/, `<script type="application/octet-stream" id="packed">${packed}</script>\n<script>${start}</script>\n</body>`);
writeFileSync(join(site, "speech-outline.html"), page);
