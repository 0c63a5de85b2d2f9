// Writes the element as one file, pkg/dist/element.js: the modules of pkg/element/ and what they share with pkg/render/,
// without comments, in the order in which they need each other; with its style sheet as a string.

import { readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));

/** @param {string} path below pkg/ */
const read = (path) => readFileSync(pkg + path, "utf8");

const style = read("element.css")
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};]) ?/g, "$1")
  .replaceAll(": ", ":")
  .replaceAll(";}", "}")
  .trim();
writeFileSync(`${pkg}dist/element_style.js`, `export const style = ${JSON.stringify(style)};\n`);

const IMPORT = /^import \{[^}]*\} from "(\.[^"]+)";\n/gm;
/** @type {string[]} */
const paths = [];
let script = "";

/** Adds a module after those that it imports. @param {string} path */
function add(path) {
  if (paths.includes(path)) return;
  paths.push(path);
  const code = read(path);
  for (const [, to = ""] of code.matchAll(IMPORT)) add(posix.join(posix.dirname(path), to));
  script += code
    .replace(IMPORT, "")
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\s*?\n/gm, "")
    .replace(/\/\*\*.*?\*\/ ?/g, "")
    .replace(/^\s*\/\/.*\n/gm, "")
    .replace(path === "element/element.js" ? /^$/ : /^export (?=const|class|function|async)/gm, "")
    .replace(/^\s+/gm, "");
}

add("element/element.js");
if (/^import /m.test(script)) throw new Error("pkg/element/: an import has a form that this script does not know");
const target = `${pkg}dist/element.js`;
writeFileSync(target, script);
writeFileSync(`${pkg}dist/element.d.ts`, 'export * from "../element.js";\n');
// One file has one scope: a name that two modules have is an error here.
await import(pathToFileURL(target).href);
