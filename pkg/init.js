// Loads the module in a browser: it is fetched when `init()` is first called.

import { isStarted, outline, requireWebAssembly, start, transcript } from "./core.js";
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
  // The first calls unpack the word lists and weights: in tasks of their own they hold up no page.
  for (const call of [transcript, outline]) {
    await nextTask();
    call("A");
  }
  await nextTask();
}

/** @returns {Promise<unknown>} */
function nextTask() {
  // A timer's turn comes late in a page that is still being loaded.
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
