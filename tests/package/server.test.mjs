// The package where its module is not beside it: in a bundle that left the file behind.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { outline } from "speech-outline";

const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const text = "Today I am announcing 3 new ferries. We will buy them in May.";

/** @type {string} */
let folder;
/** @type {typeof import("speech-outline")} */
let api;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "speech-outline-moved-"));
  await cp(pkg, folder, { recursive: true, filter: (path) => !path.endsWith(".wasm") });
  api = await import(pathToFileURL(join(folder, "node.js")).href);
});

after(() => rm(folder, { recursive: true }));

test("importing it does no harm, and the first call names the file that is missing", async () => {
  assert.throws(() => api.outline(text), (error) => {
    assert.ok(error instanceof api.WasmLoadError);
    assert.equal(error.code, "wasm-load");
    assert.match(error.message, /speech_outline_bg\.wasm/);
    return true;
  });
  await assert.rejects(api.init(), api.WasmLoadError);
});

test("another module, or a damaged one, is not taken for this one", async () => {
  const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  for (const wrong of [empty, new WebAssembly.Module(empty), new Uint8Array([1, 2, 3])]) {
    await assert.rejects(api.init(wrong), api.WasmLoadError);
  }
});

test("init() takes the module from elsewhere", async () => {
  await api.init(readFile(join(pkg, "dist/speech_outline_bg.wasm")));
  assert.deepEqual(api.outline(text), outline(text));
});
