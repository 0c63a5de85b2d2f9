// node tests/browser/identical.mjs FOLDER...: makes the outline of every .txt file natively, in Node and in Chromium, and
// compares them byte by byte. Needs `cargo xtask build` and `cargo build --release --example outline` before.
// The folders may be anywhere: it is no part of the test command, which has no corpus.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { outline } from "../../pkg/node.js";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("usage: node tests/browser/identical.mjs FOLDER...");
  process.exit(2);
}
const files = folders.flatMap((folder) =>
  readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) => join(folder, name)),
);

const host = await serve(join(root, "target/site"));
const browser = await launch();
const page = await browser.newPage();
await page.goto(host.address);
await page.evaluate(async (address) => (await import(address)).init(), `${host.address}speech-outline/index.js`);

let different = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const native = execFileSync(join(root, "target/release/examples/outline"), ["--json", file], { maxBuffer: 1 << 28 });
  const inBrowser = await page.evaluate(
    async ([address, text]) => JSON.stringify((await import(address)).outline(text)),
    /** @type {const} */ ([`${host.address}speech-outline/index.js`, text]),
  );
  const inNode = JSON.stringify(outline(text));
  // Native JSON is read and written once more, so that its white space is JavaScript's.
  const where = [
    JSON.stringify(JSON.parse(native.toString("utf8"))) !== inNode && "native and Node",
    inBrowser !== inNode && "Node and Chromium",
  ].filter(Boolean);
  if (where.length > 0) {
    different += 1;
    console.log(`${file}: ${where.join(", ")} differ`);
  }
}
console.log(`${files.length - different} of ${files.length} transcripts have the same outline natively, in Node and in Chromium`);
await browser.close();
host.close();
process.exit(different > 0 ? 1 : 0);
