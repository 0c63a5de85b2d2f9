// The calls of tests/determinism/hashes.txt, with their texts and the hashes of what they give.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** @typedef {{ call: "outline" | "transcript", text: string }} Call */

/** @param {string} path in the repository */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");

const expected = read("tests/determinism/hashes.txt").split("\n").filter((line) => line && !line.startsWith("#"))
  .map(/** @returns {Call & { hash: string, path: string }} */ (line) => {
    const [hash = "", call = "", ...path] = line.split(" ");
    if (call !== "outline" && call !== "transcript") throw new Error(`no such call: ${line}`);
    const text = read(path.join(" ")).split("\n==================== outline")[0] ?? "";
    return { call, hash, path: path.join(" "), text };
  });

/** @type {Call[]} */
export const calls = expected.map(({ call, text }) => ({ call, text }));

/** @param {string[]} results of the calls, as JSON */
export function assertExpected(results) {
  assert.ok(expected.length > 80);
  assert.equal(results.length, expected.length);
  const other = expected.filter(({ hash }, index) =>
    createHash("sha256").update(results[index] ?? "").digest("hex") !== hash);
  assert.deepEqual(other.map(({ call, path }) => `${call} ${path}`), []);
}
