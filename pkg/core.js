// What the entry points share: calls into the module, and its new start after a failure.

import {
  __wbg_reset_state as restart,
  initSync,
  outline as callOutline,
  transcript as callTranscript,
} from "./dist/speech_outline.js";
import {
  EmptyInputError,
  InputTooLargeError,
  InternalError,
  InvalidOptionsError,
  NotInitialisedError,
  WasmLoadError,
  WasmUnavailableError,
} from "./errors.js";

/** The classes of the errors that a call can end with, by name. */
const REPORTED = {
  EmptyInputError,
  InputTooLargeError,
  InternalError,
  InvalidOptionsError,
  WasmLoadError,
  WasmUnavailableError,
};

let started = false;

/** @type {(() => BufferSource | WebAssembly.Module) | undefined} */
let loadAtOnce;

export const isStarted = () => started;

/**
 * Where the module can be had without waiting, the first call that needs it starts it.
 *
 * @param {() => BufferSource | WebAssembly.Module} load
 */
export function startOnDemand(load) {
  loadAtOnce = load;
}

export function startAtOnce() {
  if (started) return;
  if (!loadAtOnce) {
    throw new NotInitialisedError("The module is not loaded yet: await init() before the first call.");
  }
  start(loadAtOnce());
}

/**
 * Starts the module, once.
 *
 * @param {BufferSource | WebAssembly.Module} module
 */
export function start(module) {
  if (started) return;
  requireWebAssembly();
  try {
    const compiled = module instanceof WebAssembly.Module ? module : new WebAssembly.Module(module);
    // The glue would keep any module that starts.
    if (!WebAssembly.Module.exports(compiled).some(({ name }) => name === "outline")) throw new TypeError("it exports no outline()");
    initSync({ module: compiled });
  } catch (cause) {
    throw new WasmLoadError(
      "The module could not be started: it is damaged, or belongs to another version of speech-outline, or memory is short.",
      { cause },
    );
  }
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
export const outline = (text, options) => guarded(quoted, text, options);

/**
 * `outline()`, which says when a stage begins.
 *
 * @param {string} text
 * @param {import("./types.js").Options | null | undefined} options
 * @param {(stage: number) => unknown} begin must not throw
 */
export const outlineInStages = (text, options, begin) =>
  guarded((given, written) => quoted(given, written, begin), text, options);

/** @type {typeof import("./index.js").transcript} */
export const transcript = (text, options) => guarded(callTranscript, text, options);

/**
 * The outline, in which key points quote lone surrogates too: the module has U+FFFD for each.
 *
 * @param {string} text
 * @param {string} written
 * @param {(stage: number) => unknown} [begin]
 */
function quoted(text, written, begin) {
  const outline = callOutline(text, written, begin);
  for (const { keyPoints } of [outline, ...outline.sections]) {
    for (const point of keyPoints) {
      if (point.text.includes("\uFFFD")) point.text = text.slice(point.span.start, point.span.end);
    }
  }
  return outline;
}

/**
 * Calls into the module, and turns what goes wrong there into the errors of the package.
 *
 * @template Result
 * @param {(text: string, written: string) => Result} call
 * @param {string} text
 * @param {object | null | undefined} options
 * @returns {Result}
 */
function guarded(call, text, options) {
  startAtOnce();
  // A getter that throws does so here, and not in the middle of a call into the module.
  const written = write(options);
  try {
    return call(text, written);
  } catch (error) {
    if (!isFailure(error)) throw typed(error);
    // What is left of the failed call (its stack, half-written memory) goes with the old instance.
    restart();
    throw new InternalError("The text could not be read, because of a fault in speech-outline.", { cause: error });
  }
}

/**
 * The options as the module reads them: names and values in turn, each with U+0000 behind it. `undefined` and `null`
 * stand for the default, as a whole and for each option. A value of the wrong type becomes its type's name, which no
 * option can have: `"3"` is no number, and `{}` no format.
 *
 * @param {object | null | undefined} options
 */
function write(options) {
  if (options === undefined || options === null) return "";
  if (typeof options !== "object") throw new TypeError("The options must be an object.");
  // No option has U+0000 in its name or value: what has must not be read as several.
  const part = (/** @type {unknown} */ text) => `${String(text).replaceAll("\0", "\uFFFD")}\0`;
  let written = "";
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    const type = name === "maxKeyPoints" ? "number" : "string";
    written += part(name) + part(typeof value === type ? value : typeof value);
  }
  return written;
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

/**
 * An error that the module or a worker reports as one of the package's classes; any other error as it is.
 *
 * @param {unknown} error
 */
export function typed(error) {
  if (!(error instanceof Error) || !Object.hasOwn(REPORTED, error.name)) return error;
  const Class = REPORTED[/** @type {keyof typeof REPORTED} */ (error.name)];
  return new Class(error.message, { cause: error });
}
