// The entry point for places without asset handling: the module comes in the JavaScript itself, and nothing is
// fetched. It is decoded to bytes, never to a data: address, which a content security policy may forbid.

import { isStarted, requireWebAssembly, start } from "./core.js";
import { deflated } from "./dist/speech_outline_inline.js";
import { compile } from "./load.js";
import { outlineHere, reporter } from "./progress.js";

export { outline, transcript } from "./core.js";
export * from "./errors.js";
export { createOutliner } from "./outliner.js";

/** @type {Promise<void> | undefined} */
let loading;

/** @type {typeof import("./inline.js").init} */
export function init() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  if (isStarted()) return;
  requireWebAssembly();
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  start(await compile(await new Response(inflated).arrayBuffer()));
}

/** @type {typeof import("./inline.js").outlineAsync} */
export async function outlineAsync(text, { worker: _, signal, onProgress, ...options } = {}) {
  signal?.throwIfAborted();
  const progress = reporter(onProgress);
  progress.loading();
  await init();
  return outlineHere(text, options, signal, progress);
}
