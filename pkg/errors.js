// The errors of the package. `code` is for programs and stays; `message` is for people and may change.

/** What all errors of this package are. */
export class SpeechOutlineError extends Error {
  /** @type {import("./errors.js").ErrorCode} */
  code = "internal";

  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = "SpeechOutlineError";
  }
}

/**
 * @template {import("./errors.js").ErrorCode} Code
 * @param {string} name
 * @param {Code} code
 */
function define(name, code) {
  return class extends SpeechOutlineError {
    /** @type {Code} */
    code = code;
    name = name;
  };
}

export const EmptyInputError = define("EmptyInputError", "empty");
export const InputTooLargeError = define("InputTooLargeError", "too-large");
export const InvalidOptionsError = define("InvalidOptionsError", "invalid-option");
export const WasmUnavailableError = define("WasmUnavailableError", "wasm-unavailable");
export const WasmLoadError = define("WasmLoadError", "wasm-load");
export const NotInitialisedError = define("NotInitialisedError", "not-initialised");
export const OutlinerFinishedError = define("OutlinerFinishedError", "finished");
export const InternalError = define("InternalError", "internal");
