// The same bytes as in tests/determinism/hashes.txt, from the module in Node and in Chromium. What this machine's own
// code gives is compared with the same file by tests/determinism.rs.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as api from "speech-outline";

import { launch } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";

/** @param {string} path in the repository */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");

/** @typedef {{ call: "outline" | "transcript", text: string }} Call */

/** What to call on which sample, and the hash of what it gives. */
const expected = read("tests/determinism/hashes.txt").split("\n").filter((line) => line && !line.startsWith("#"))
  .map(/** @returns {Call & { hash: string, path: string }} */ (line) => {
    const [hash = "", call = "", ...path] = line.split(" ");
    if (call !== "outline" && call !== "transcript") throw new Error(`no such call: ${line}`);
    const text = read(path.join(" ")).split("\n==================== outline")[0] ?? "";
    return { call, hash, path: path.join(" "), text };
  });

/** @param {string[]} results as JSON, one for each line of the file */
function assertSame(results) {
  assert.equal(results.length, expected.length);
  const other = expected.filter(({ hash }, index) =>
    createHash("sha256").update(results[index] ?? "").digest("hex") !== hash);
  assert.deepEqual(other.map(({ call, path }) => `${call} ${path}`), []);
}

test("the module in Node gives the bytes that the native code gives", () => {
  assert.ok(expected.length > 80);
  assertSame(expected.map(({ call, text }) => JSON.stringify(api[call](text))));
});

test("the module in Chromium gives the bytes that the native code gives", async () => {
  const host = await serve(fileURLToPath(new URL("../../pkg", import.meta.url)));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${host.address}package.json`);
    assertSame(await page.evaluate(resultsIn, /** @type {const} */ ([`${host.address}index.js`, expected])));
  } finally {
    await browser.close();
    host.close();
  }
});

/**
 * Runs in a page.
 *
 * @param {readonly [string, Call[]]} work
 */
async function resultsIn([address, calls]) {
  const api = await import(address);
  await api.init();
  return calls.map(({ call, text }) => JSON.stringify(api[call](text)));
}
