import type { Options, Outline, Transcript, TranscriptOptions } from "./types.js";

export type * from "./types.js";
export {
  EmptyInputError,
  type ErrorCode,
  InputTooLargeError,
  InternalError,
  InvalidOptionsError,
  NotInitialisedError,
  SpeechOutlineError,
  WasmLoadError,
  WasmUnavailableError,
} from "./errors.js";

/** Where the module comes from: its address, a response, its bytes, or the compiled module. */
export type Source =
  | string
  | URL
  | Response
  | BufferSource
  | WebAssembly.Module
  | Promise<string | URL | Response | BufferSource | WebAssembly.Module>;

/**
 * Loads the module, once: later calls wait for the first. In Node and in Cloudflare Workers the first call of another
 * function does so by itself.
 *
 * @param source Default: the file `speech_outline_bg.wasm` of this package.
 * @throws {WasmUnavailableError} There is no WebAssembly here, or a policy forbids it.
 * @throws {WasmLoadError} The module did not arrive, or is damaged. A later call tries again.
 */
export function init(source?: Source): Promise<void>;

/**
 * Makes the outline of a transcript. Spans count UTF-16 code units of `text`.
 *
 * @throws {EmptyInputError} The text holds no visible character.
 * @throws {InputTooLargeError} The text is longer than 16 MiB.
 * @throws {InvalidOptionsError} An option has a value that it cannot have, or there is no such option.
 * @throws {NotInitialisedError} `init()` has not finished. (Not in Node or Cloudflare Workers.)
 * @throws {InternalError} A fault of this package. The next call works.
 * @throws {TypeError} The text is no string, or the options are no object.
 */
export function outline(text: string, options?: Options | null): Outline;

/**
 * Reads a transcript: who said what, sentence by sentence, without an outline. Spans count UTF-16 code units of `text`.
 * Errors as of `outline()`.
 */
export function transcript(text: string, options?: TranscriptOptions | null): Transcript;

export interface AsyncOptions extends Options {
  /**
   * `true` keeps a page responsive while a long text is outlined: a worker does it, which all calls share. It is the
   * file `worker.js` of this package, or one at the given address. Where no worker can be started (in Node, under a
   * policy that forbids it) the calling thread does it. Default `false`.
   */
  worker?: boolean | string | URL | undefined;
  /** Rejects with its reason when it is aborted. */
  signal?: AbortSignal | undefined;
}

export interface AsyncResult {
  outline: Outline;
  /** Where it was made. */
  thread: "main" | "worker";
}

/** `init()` and `outline()` in one, in a worker where asked. Errors as of those two. */
export function outlineAsync(text: string, options?: AsyncOptions): Promise<AsyncResult>;
