// How far an outline is, in the words of the package.

import { outlineInStages } from "./core.js";

/** @typedef {import("./index.js").Progress} Progress */

/**
 * What is reported, in this order. The module reports the middle three by their number, from 0 on. The fractions are
 * what the stages usually take of the time: see docs/benches.md.
 *
 * @type {readonly [Progress, Progress, Progress, Progress, Progress]}
 */
const STEPS = [
  { stage: "loading", fraction: 0 },
  { stage: "reading", fraction: 0 },
  { stage: "sections", fraction: 0.1 },
  { stage: "key-points", fraction: 0.4 },
  { stage: "done", fraction: 1 },
];

/**
 * Reports to a function that may be missing, and that may fail: not in the middle of the module's work.
 *
 * @param {((progress: Progress) => void) | undefined} onProgress
 */
export function reporter(onProgress) {
  /** @type {{ error: unknown } | undefined} */
  let failure;
  const report = (/** @type {Progress} */ progress) => {
    try {
      if (!failure) onProgress?.({ ...progress });
    } catch (error) {
      failure = { error };
    }
  };
  /** Throws what `onProgress` threw. */
  const check = () => {
    if (failure) throw failure.error;
  };
  return {
    loading: () => report(STEPS[0]),
    /** @param {number} stage */
    begin: (stage) => report(STEPS[stage + 1] ?? STEPS[4]),
    done: () => {
      report(STEPS[4]);
      check();
    },
    check,
  };
}

/**
 * The part of `outlineAsync()` that all entry points share, once the module is loaded.
 *
 * @param {string} text
 * @param {import("./types.js").Options} options
 * @param {AbortSignal | undefined} signal
 * @param {ReturnType<typeof reporter>} progress
 * @returns {import("./index.js").AsyncResult}
 */
export function outlineHere(text, options, signal, progress) {
  signal?.throwIfAborted();
  progress.check();
  const outline = outlineInStages(text, options, progress.begin);
  progress.done();
  return { outline, thread: "main" };
}
