// What the entry points share: calls into the module, and its new start after a failure.

import { __wbg_reset_state as restart, initSync, outline as call } from "./dist/speech_outline.js";
import { InternalError, NotInitialisedError, typed, WasmUnavailableError } from "./errors.js";

let started = false;

export const isStarted = () => started;

/**
 * Starts the module, once.
 *
 * @param {BufferSource | WebAssembly.Module} module
 */
export function start(module) {
  if (started) return;
  requireWebAssembly();
  initSync({ module });
  started = true;
}

export function requireWebAssembly() {
  if (typeof WebAssembly !== "object") {
    throw new WasmUnavailableError(
      "WebAssembly is not available here: it may be switched off, as in Lockdown Mode, or the browser may be too old.",
    );
  }
}

/** @type {typeof import("./index.js").outline} */
export function outline(text, options) {
  if (!started) {
    throw new NotInitialisedError("The module is not loaded yet: await init() before the first outline().");
  }
  try {
    return call(text, options ?? undefined);
  } catch (error) {
    if (!isFailure(error)) throw typed(error);
    // What is left of the failed call (its stack, half-written memory) goes with the old instance.
    restart();
    throw new InternalError("The text could not be outlined, because of a fault in speech-outline.", { cause: error });
  }
}

/**
 * Whether the module itself failed: a trap, or a stack or memory that ran out. JavaScriptCore and SpiderMonkey report
 * these as `RangeError` and `InternalError`.
 *
 * @param {unknown} error
 */
function isFailure(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && error.name === "InternalError");
}
