// The entry point for Node: the module is read from disk at once, so that `outline()` works without `init()`.

import { readFileSync } from "node:fs";

import { outline, start } from "./core.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";

start(readFileSync(new URL("./dist/speech_outline_bg.wasm", import.meta.url)));

/** @type {typeof import("./index.js").init} */
export async function init() {}

/** @type {typeof import("./index.js").outlineAsync} */
export async function outlineAsync(text, { worker: _, signal, ...options } = {}) {
  signal?.throwIfAborted();
  return { outline: outline(text, options), thread: "main" };
}
