// The entry point for Node: the module is read from disk when it is first needed, so that `outline()` works without
// `init()`. Importing does nothing: what a bundler takes in for a server may never be called there.

import { readFileSync } from "node:fs";

import { startOnDemand } from "./core.js";
import { WasmLoadError } from "./errors.js";

export * from "./loaded.js";

startOnDemand(() => {
  const file = new URL("./dist/speech_outline_bg.wasm", import.meta.url);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new WasmLoadError(`The module could not be read from ${file}: is speech-outline in a bundle without it?`, { cause });
  }
});
