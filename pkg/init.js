// Loads the module in a browser: it is fetched when `init()` is first called.

import { isStarted, requireWebAssembly, start } from "./core.js";
import { compile } from "./load.js";

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
