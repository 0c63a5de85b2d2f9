// The entry point for browsers. The build makes index.js of it, one file with all that it imports.

import { init } from "./init.js";
import { outlineHere, reporter } from "./progress.js";
import { outlineInWorker } from "./remote.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";
export { createOutliner } from "./outliner.js";
export { init } from "./init.js";

/** @type {typeof import("./index.js").outlineAsync} */
export async function outlineAsync(text, { worker = false, signal, onProgress, ...options } = {}) {
  signal?.throwIfAborted();
  const progress = reporter(onProgress);
  progress.loading();
  if (worker) {
    const outline = await outlineInWorker(text, options, worker, signal, progress);
    if (outline) {
      progress.done();
      return { outline, thread: "worker" };
    }
  }
  await init();
  return outlineHere(text, options, signal, progress);
}
