import type { Options, Outline, Transcript, TranscriptOptions } from "./types.js";

export type * from "./types.js";
export {
  EmptyInputError,
  type ErrorCode,
  InputTooLargeError,
  InternalError,
  InvalidOptionsError,
  NotInitialisedError,
  OutlinerFinishedError,
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
  /**
   * Called when a stage begins, and at the end. In a worker it runs while the worker goes on; without one it runs in
   * the middle of the work, and a page is not drawn before that ends. What it throws, the promise rejects with.
   */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far an outline is. Stages come in this order, each once. */
export interface Progress {
  /** What begins. `loading` is the module's, which may be there already. */
  stage: "loading" | "reading" | "sections" | "key-points" | "done";
  /** The part of the work after loading that is done, 0 to 1, by what the stages usually take. */
  fraction: number;
}

export interface AsyncResult {
  outline: Outline;
  /** Where it was made. */
  thread: "main" | "worker";
}

/** `init()` and `outline()` in one, in a worker where asked. Errors as of those two. */
export function outlineAsync(text: string, options?: AsyncOptions): Promise<AsyncResult>;

/**
 * Starts the outline of a transcript that is still being written, such as live captions.
 *
 * ```js
 * const outliner = createOutliner();
 * captions.addEventListener("message", ({ data }) => show(outliner.push(data)));
 * captions.addEventListener("close", () => show(outliner.finish()));
 * ```
 *
 * @throws {InvalidOptionsError} As of `outline()`.
 * @throws {NotInitialisedError} `init()` has not finished. (Not in Node or Cloudflare Workers.)
 */
export function createOutliner(options?: Options | null): Outliner;

/**
 * The outline of a transcript that grows at its end.
 *
 * Up to 64,000 UTF-16 code units, which are about ten thousand words or an hour of speech, the outline after each push
 * is that of `outline()` on the text so far. Beyond that only the last 24,000 to 64,000 units are outlined anew at
 * each push, so that its cost is bounded by them and by what is pushed. What lies before is settled: its sections no
 * longer change. Until `finish()`, the outline of such a long text differs from `outline()` in this:
 *
 * - A boundary within the settled part stays, where more context would have moved it. A section of more than about
 *   24,000 units keeps the kind and title that it had when its first part was settled.
 * - Key points of the whole are chosen among those of the parts, by their scores within the part.
 * - A speaker is recognised by a turn that was read before, by the same name, or by the end of it. One whose name is
 *   spelt otherwise after a long silence is listed twice. A role that has been found stays.
 * - Words of speakers, and `stats`, are estimated for turns that were cut.
 * - The format and the language are those of the beginning.
 *
 * What holds for every outline holds for these too: sections tile the text, every span lies in it, and the text of a
 * key point is the text under its span. Outlines share what is settled: do not change them.
 */
export interface Outliner {
  /** All that was pushed. */
  readonly text: string;
  /**
   * Appends `text`, which may begin and end anywhere, also within a word or a surrogate pair.
   *
   * @returns The outline of all text so far; `null` as long as there is nothing visible.
   * @throws {OutlinerFinishedError} After `finish()`.
   * @throws {InputTooLargeError} The whole would be longer than 16 MiB. It stays as it was without `text`.
   * @throws {InternalError} A fault of this package. The text has been appended; the next call works.
   * @throws {TypeError} `text` is no string.
   */
  push(text: string): Outline | null;
  /**
   * Ends the transcript.
   *
   * @returns Exactly what `outline()` gives for the whole text, in the time that it takes. Later calls give it again.
   * @throws {EmptyInputError} There is no visible character in all that was pushed.
   */
  finish(): Outline;
}
