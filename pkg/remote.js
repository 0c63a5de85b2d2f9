// Calls into a worker, which all share. Where there can be none, the caller makes the outline itself.

import { typed } from "./core.js";
import { InternalError } from "./errors.js";

/** @typedef {import("./worker.js").Answer} Answer */

/** How long a worker may take to say that it is there, in milliseconds. */
const PATIENCE = 10_000;

/** @type {Promise<Worker | undefined> | undefined} */
let starting;
let calls = 0;

/**
 * @param {string} text
 * @param {import("./types.js").Options} options
 * @param {true | string | URL} source `true` for the package's own worker
 * @param {AbortSignal | undefined} signal
 * @param {ReturnType<typeof import("./progress.js").reporter>} progress
 * @returns {Promise<import("./types.js").Outline | undefined>} `undefined` where there is no worker
 */
export async function outlineInWorker(text, options, source, signal, progress) {
  starting ??= startWorker(source);
  const worker = await starting;
  if (!worker) return undefined;
  signal?.throwIfAborted();
  progress.check();
  const id = (calls += 1);
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const abort = () => {
      done.abort();
      reject(signal?.reason);
    };
    /** @param {MessageEvent<Answer>} event */
    const answer = ({ data }) => {
      if (data.id !== id) return;
      if ("stage" in data) {
        progress.begin(data.stage);
        return;
      }
      done.abort();
      if ("outline" in data) resolve(data.outline);
      else reject(typed(Object.assign(new Error(data.message), { name: data.name })));
    };
    const fail = () => {
      done.abort();
      starting = undefined;
      worker.terminate();
      reject(new InternalError("The worker ended before it had the outline."));
    };
    worker.addEventListener("message", answer, { signal: done.signal });
    worker.addEventListener("error", fail, { signal: done.signal });
    signal?.addEventListener("abort", abort, { signal: done.signal });
    worker.postMessage({ id, text, options, stages: true });
  });
}

/**
 * @param {true | string | URL} source
 * @returns {Promise<Worker | undefined>}
 */
async function startWorker(source) {
  if (typeof Worker !== "function") return undefined;
  try {
    // Bundlers know the worker by this very expression.
    const worker = source === true
      ? new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
      : new Worker(source, { type: "module" });
    const ready = await new Promise((resolve) => {
      worker.addEventListener("message", () => resolve(true), { once: true });
      worker.addEventListener("error", () => resolve(false), { once: true });
      setTimeout(resolve, PATIENCE, false);
    });
    if (ready) return worker;
    worker.terminate();
  } catch {
    // A policy of the page, or a browser without module workers.
  }
  return undefined;
}
