// The entry point for browsers.

import { outline } from "./core.js";
import { init } from "./init.js";
import { outlineInWorker } from "./remote.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";
export { createOutliner } from "./outliner.js";
export { init } from "./init.js";

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
