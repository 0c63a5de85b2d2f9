export type ErrorCode =
  | "empty"
  | "too-large"
  | "invalid-option"
  | "wasm-unavailable"
  | "wasm-load"
  | "not-initialised"
  | "finished"
  | "internal";

/** What all errors of this package are. `code` is for programs and stays; `message` is for people and may change. */
export class SpeechOutlineError extends Error {
  constructor(message: string, options?: ErrorOptions);
  readonly code: ErrorCode;
}

/** The text is empty, or holds nothing but white space and control characters. */
export class EmptyInputError extends SpeechOutlineError {
  readonly code: "empty";
}

/** The text is longer than 16 MiB. */
export class InputTooLargeError extends SpeechOutlineError {
  readonly code: "too-large";
}

/** An option has a value that it cannot have, or there is no such option. */
export class InvalidOptionsError extends SpeechOutlineError {
  readonly code: "invalid-option";
}

/** There is no WebAssembly here, or a policy of the page or the browser forbids it. */
export class WasmUnavailableError extends SpeechOutlineError {
  readonly code: "wasm-unavailable";
}

/** The module did not arrive, or is not the one that belongs to this version. */
export class WasmLoadError extends SpeechOutlineError {
  readonly code: "wasm-load";
}

/** `outline()` was called before `init()` had finished. */
export class NotInitialisedError extends SpeechOutlineError {
  readonly code: "not-initialised";
}

/** `push()` was called on an outliner after `finish()`. */
export class OutlinerFinishedError extends SpeechOutlineError {
  readonly code: "finished";
}

/** The module failed in the middle of a text. It has been started anew: the next call works. */
export class InternalError extends SpeechOutlineError {
  readonly code: "internal";
}
