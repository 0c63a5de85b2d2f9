// Transcript -> outline, on this thread or another.

/** @import { Options, Outline } from "../types.js" */

import { soon } from "./schedule.js";

/** In characters: longer transcripts are outlined in a worker, where there can be one. */
const LONG = 20_000;

/** @type {Promise<typeof import("../index.js")> | undefined} */
let loading;

/** Loaded when the first element needs it. */
const load = () => (loading ??= import("../index.js"));

/** The transcript could not be fetched. */
class TranscriptLoadError extends Error {
  name = "TranscriptLoadError";
  code = "src";
}

/**
 * @param {string} src
 * @param {AbortSignal} signal
 */
export async function fetchTranscript(src, signal) {
  const url = new URL(src, document.baseURI);
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { credentials: "same-origin", signal });
  } catch (cause) {
    signal.throwIfAborted();
    throw new TranscriptLoadError(`The transcript could not be loaded from ${url}`, { cause });
  }
  if (!response.ok) throw new TranscriptLoadError(`The transcript could not be loaded: ${response.status} for ${url}`);
  return response.text();
}

/**
 * @param {string} text
 * @param {Options} options
 * @param {boolean} inWorker whether a worker may be asked
 * @param {AbortSignal} signal
 * @param {(outline: Outline) => void} use called in a slice of its own
 */
export async function makeOutline(text, options, inWorker, signal, use) {
  const { init, outline, outlineAsync } = await load();
  if (inWorker && text.length > LONG) {
    const made = await outlineAsync(text, { ...options, worker: true, signal });
    return inSlice(() => use(made.outline));
  }
  await init();
  return inSlice(() => use(outline(text, options)));

  /** @param {() => void} work @returns {Promise<void>} */
  function inSlice(work) {
    return new Promise((resolve, reject) =>
      soon(() => {
        try {
          signal.throwIfAborted();
          resolve(work());
        } catch (error) {
          reject(error);
        }
      }));
  }
}
