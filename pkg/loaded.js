// What the entry points share that have the module at hand: `init()` is there for code that also runs elsewhere.

import { isStarted, start, startAtOnce } from "./core.js";
import { compile } from "./load.js";
import { outlineHere, reporter } from "./progress.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";
export { createOutliner } from "./outliner.js";

/** @type {typeof import("./index.js").init} */
export async function init(source) {
  if (source !== undefined && !isStarted()) start(await compile(await source));
  startAtOnce();
}

/** @type {typeof import("./index.js").outlineAsync} */
export async function outlineAsync(text, { worker: _, signal, onProgress, ...options } = {}) {
  signal?.throwIfAborted();
  const progress = reporter(onProgress);
  progress.loading();
  return outlineHere(text, options, signal, progress);
}
