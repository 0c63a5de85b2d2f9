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

const seconds = (/** @type {number} */ start) => `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(8);

/** @type {string[]} */
const failures = [];

/**
 * Makes the project of a folder, and judges one after the other what it is used for.
 *
 * @param {string} folder
 */
async function judge(folder) {
  const start = performance.now();
  const project = prepare(folder, tarball);
  let install = await project.then(() => seconds(start), () => "");
  for (const { name, ways, check } of chosen.filter((consumer) => consumer.folder === folder)) {
    const start = performance.now();
    try {
      const made = await check(await project);
      assert.deepEqual(Object.keys(made), ways, "not made in all ways, or not where it was asked for");
      for (const [way, result] of Object.entries(made)) {
        assert.deepEqual(result, expected, `${way}: not the outline that Node makes`);
      }
      console.log(`${name.padEnd(24)} ok     ${install.padStart(8)} ${seconds(start)}  ${ways.join(", ")}`);
    } catch (/** @type {any} */ error) {
      console.log(`${name.padEnd(24)} FAILED`);
      failures.push(`${name}: ${error.message ?? error}`);
    }
    install = "";
  }
}

console.log(`${"consumer".padEnd(24)} result  install      run  made in`);
const folders = new Set(chosen.map(({ folder }) => folder)).values();
// Most of them wait for a disk or a browser half of the time.
await Promise.all([1, 2].map(async () => {
  for (const folder of folders) await judge(folder);
}));
await close();

for (const failure of failures) console.log(`\n${failure.slice(0, 4000)}`);
console.log(`\nℹ pass ${chosen.length - failures.length}\nℹ fail ${failures.length}`);
process.exitCode = failures.length === 0 ? 0 : 1;
