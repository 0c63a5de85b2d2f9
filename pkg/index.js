// The entry point for browsers: the module is fetched when `init()` is first called.

import { isStarted, outline, requireWebAssembly, start } from "./core.js";
import { compile } from "./load.js";
import { outlineInWorker } from "./remote.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";

/** @type {Promise<void> | undefined} */
let loading;

/** @type {typeof import("./index.js").init} */
export function init(source) {
  // A load that failed does not stand in the way of the next try.
  loading ??= load(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @param {import("./index.js").Source | undefined} source */
async function load(source) {
  if (isStarted()) return;
  requireWebAssembly();
  start(await compile(await (source ?? new URL("./dist/speech_outline_bg.wasm", import.meta.url))));
}

/** @type {typeof import("./index.js").outlineAsync} */
export async function outlineAsync(text, { worker = false, signal, ...options } = {}) {
  signal?.throwIfAborted();
  if (worker) {
    const result = await outlineInWorker(text, options, worker, signal);
    if (result) return { outline: result, thread: "worker" };
  }
  await init();
  signal?.throwIfAborted();
  return { outline: outline(text, options), thread: "main" };
}
