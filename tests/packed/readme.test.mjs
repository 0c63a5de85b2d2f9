// The README of the npm package does not make the package smaller than it is, and has the three lines that are tested.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const read = (path) => readFile(new URL(path, root));
const readme = (await read("pkg/README.md")).toString();

/**
 * A file of the package and all that it imports at once.
 *
 * @param {string} path
 * @param {Set<string>} [seen]
 * @returns {Promise<Set<string>>}
 */
async function withImports(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = (await read(path)).toString();
  for (const [, to = ""] of code.matchAll(/^(?:import|export) [^;]*from "(\.[^"]+)";$|^\} from "(\.[^"]+)";$/gm)) {
    await withImports(posix.join(posix.dirname(path), to), seen);
  }
  return seen;
}

/** Kilobytes over the wire, file by file. @param {Iterable<string>} paths */
async function kilobytes(paths) {
  const sizes = [...paths].map(async (path) => brotliCompressSync(await read(path)).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** @type {[string, Iterable<string>][]} */
const rows = [
  ["the module", ["pkg/dist/speech_outline_bg.wasm"]],
  ["the JavaScript of `speech-outline`", await withImports("pkg/index.js")],
  ["the JavaScript of `speech-outline/element/define`", await withImports("pkg/element-define.js")],
  ["`speech-outline/inline`, in place of the first two", await withImports("pkg/inline.js")],
];

for (const [row, paths] of rows) {
  test(`the README says how large ${row} is`, async () => {
    const stated = Number(readme.split(`| ${row} | `)[1]?.split(" |")[0]);
    const real = await kilobytes(paths);
    assert.ok(real <= stated && stated <= real * 1.3, `${stated} KB, and it is ${real.toFixed(1)} KB`);
  });
}

test("its three lines are those that a consumer runs", async () => {
  assert.ok(readme.includes((await read("tests/consumers/node-import/sections.js")).toString()));
});
