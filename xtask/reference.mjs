// Writes docs/api.md, the reference of the npm package, from the declarations in pkg/: `node xtask/reference.mjs`. With
// `--check` it only says whether the file is up to date.
//
// The declarations are written for readers, with comments; each becomes a heading, its comment and its code. What this
// program does not understand is an error, never left out.

import { readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";

const repository = new URL("../", import.meta.url);
const target = new URL("docs/api.md", repository);

/** @param {string} path below the repository */
const read = (path) => readFileSync(new URL(path, repository), "utf8");

const HEAD = `# The npm package

Made from the declarations in \`pkg/\` by \`cargo xtask reference\`; the comments in the code are part of the reference.
[embedding.md](embedding.md) shows how to use the package with the common tools, and [hosting.md](hosting.md) what a
host has to allow.
`;

const KINDS = ["function", "const", "class", "interface", "type"];

/**
 * @typedef {object} Declaration
 * @property {string} word the first word: \`function\`, \`interface\` ...
 * @property {string} name
 * @property {string} comment without its marks
 * @property {string} code
 */

/**
 * The top level of a file in parts: they are separated by empty lines.
 *
 * @param {string} source
 */
function parts(source) {
  /** @type {string[][]} */
  const found = [[]];
  let depth = 0;
  for (const line of source.split("\n")) {
    if (line === "" && depth === 0) found.push([]);
    else found.at(-1)?.push(line);
    const code = line.replace(/^\s*(\/\*\*|\*).*$/, "").replace(/\/\/.*$/, "");
    depth += (code.match(/[{(]/g)?.length ?? 0) - (code.match(/[})]/g)?.length ?? 0);
  }
  return found.map((lines) => lines.join("\n")).filter((part) => part !== "");
}

/** The comment that a part begins with, and the rest. @param {string} part */
function split(part) {
  const [, comment = "", code = ""] = /^(?:\/\*\*([\s\S]*?)\*\/\n)?([\s\S]*)$/.exec(part) ?? [];
  return { comment: comment.replace(/^[ \t]*\* ?/gm, "").trim(), code };
}

/**
 * What a file declares and what it takes from others, each file once.
 *
 * @param {string} path
 * @param {Set<string>} seen
 * @returns {Declaration[]}
 */
function declarations(path, seen) {
  if (seen.has(path)) return [];
  seen.add(path);
  return parts(read(path)).flatMap((part) => {
    const lines = part.split("\n");
    if (lines.every((line) => /^import type .* from ".*";$|^import ".*";$/.test(line))) return [];
    if (/^export (type )?(\*|\{)/.test(part)) {
      const files = [...part.matchAll(/ from "(\.[^"]+)\.js";/g)].map(([, file]) => file);
      return files.flatMap((file) => declarations(posix.join(posix.dirname(path), `${file}.d.ts`), seen));
    }
    const { comment, code } = split(part);
    if (code.startsWith("declare const module: ")) return [{ word: "const", name: "default", comment, code }];
    const [, word, name] = /^(?:export )?(?:declare )?(\w+) (\w+)/.exec(code) ?? [];
    if (code.startsWith("declare global")) return [{ word: "interface", name: "HTMLElementTagNameMap", comment, code }];
    if (!word || !name || !KINDS.includes(word)) throw new Error(`${path}: what is this?\n${part}`);
    return [{ word, name, comment, code: code.replace(/^export /, "") }];
  });
}

/** Text with its tags as a list. @param {string} comment */
function described(comment) {
  const [text = "", ...tags] = comment.split(/^@/m).map((part) => part.trim());
  const items = tags.map((tag) => {
    const [, name, rest = ""] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
    const words = rest.replace(/\n\s*/g, " ");
    if (name === "throws") return `- Throws ${words.replace(/^\{(\w+)\} /, "`$1`: ")}`;
    if (name === "param") return `- ${words.replace(/^(\w+) /, "`$1`: ")}`;
    if (name === "returns") return `- Returns: ${words}`;
    throw new Error(`what is @${name}?`);
  });
  return [text, items.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** @param {Declaration} declaration */
function section({ word, name, comment, code }) {
  const heading = `### ${name}${word === "function" ? "()" : ""}`;
  return [heading, "```ts\n" + code + "\n```", described(comment)].filter((part) => part !== "").join("\n\n");
}

const { name, exports } = JSON.parse(read("pkg/package.json"));
/** @type {Set<string>} */
const seen = new Set();
const entries = Object.entries(exports).flatMap(([path, { types }]) => {
  if (types === undefined) return [];
  const found = declarations(posix.join("pkg", types), seen);
  // Functions first, all else as it stands.
  found.sort((a, b) => Number(b.word === "function") - Number(a.word === "function"));
  const again = /^export \* from "\.\/index\.js";$/m.test(read(posix.join("pkg", types)));
  const note = again
    ? `All of \`${name}\`, with a function of its own in place of the one there:`
    : found.length === 0 ? "What is declared above." : "";
  return [[`## ${name}${path.slice(1)}`, note, ...found.map(section)].filter((part) => part !== "").join("\n\n")];
});
const page = [HEAD, ...entries].join("\n").replace(/\n## /g, "\n\n## ").replace(/\n{3,}/g, "\n\n") + "\n";

if (process.argv.includes("--check")) {
  if (read("docs/api.md") !== page) {
    console.error("docs/api.md is not what the declarations in pkg/ say: run `cargo xtask reference`");
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, page);
}
