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
    const advice = "where a server is bundled, leave the package out of the bundle (Next.js: serverExternalPackages)";
    throw new WasmLoadError(`The module could not be read from ${file}: ${advice}.`, { cause });
  }
});
