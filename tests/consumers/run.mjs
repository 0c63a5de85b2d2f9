// The consumer matrix: packs the package, installs the tarball into every project beside this file, builds and runs it
// there, and prints a table. `node tests/consumers/run.mjs [FOLDER...]`, after a build.

import assert from "node:assert/strict";

import { outline } from "speech-outline";

import { consumers } from "./consumers.mjs";
import { close } from "./harness/checks.mjs";
import { pack, prepare, text } from "./harness/project.mjs";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((folder) => !consumers.some((consumer) => consumer.folder === folder));
assert.deepEqual(unknown, [], "there are no such consumers");
const chosen = consumers.filter(({ folder }) => wanted.length === 0 || wanted.includes(folder));

// As JSON has it.
const expected = JSON.parse(JSON.stringify(outline(text)));
const tarball = await pack();

/** The project of a folder, made once. @type {Map<string, ReturnType<typeof made>>} */
const projects = new Map();

/** @param {string} folder */
async function made(folder) {
  const start = performance.now();
  return { path: await prepare(folder, tarball), seconds: (performance.now() - start) / 1000 };
}

/** @param {import("./consumers.mjs").Consumer} consumer */
async function judge({ folder, check, ways }) {
  const known = projects.get(folder) ?? made(folder);
  const install = projects.has(folder) ? 0 : (await known).seconds;
  projects.set(folder, known);
  const start = performance.now();
  const results = await check((await known).path);
  assert.deepEqual(Object.keys(results), ways, "not made in all ways, or not where it was asked for");
  for (const [way, result] of Object.entries(results)) {
    assert.deepEqual(result, expected, `${way}: not the outline that Node makes`);
  }
  return { install, run: (performance.now() - start) / 1000 };
}

const seconds = (/** @type {number} */ number) => `${number.toFixed(1)} s`.padStart(8);
const failures = [];
console.log(`${"consumer".padEnd(24)} result  install      run  made in`);
for (const consumer of chosen) {
  const name = consumer.name.padEnd(24);
  try {
    const { install, run } = await judge(consumer);
    console.log(`${name} ok     ${seconds(install)} ${seconds(run)}  ${consumer.ways.join(", ")}`);
  } catch (/** @type {any} */ error) {
    console.log(`${name} FAILED`);
    failures.push(`${consumer.name}: ${error.message ?? error}`);
  }
}
await close();

for (const failure of failures) console.log(`\n${failure.slice(0, 4000)}`);
console.log(`\nℹ pass ${chosen.length - failures.length}\nℹ fail ${failures.length}`);
process.exitCode = failures.length === 0 ? 0 : 1;
