// @ts-check
/** @import { Options, Outline } from "./speech-outline/index.js" */
/** @import { Answer } from "./worker.js" */
import { isOneFile, scriptAddress } from "./trusted.js";

/** @typedef {"empty" | "too-large" | "wasm-unavailable" | "wasm-load" | "stopped" | "internal"} Code */

/** What kept the outline from being made. */
export class Problem extends Error {
  /** @param {Code} code @param {unknown} [cause] */
  constructor(code, cause) {
    super(code, { cause });
    this.name = "Problem";
    this.code = code;
  }
}

/**
 * Makes the outline of a text. Only the latest call counts: one that is still running is stopped.
 * @param {string} text
 * @param {Options} [options]
 * @param {(fraction: number) => void} [onProgress]
 * @returns {Promise<Outline>}
 * @throws {Problem}
 */
export async function outlineOf(text, options = {}, onProgress = () => undefined) {
  stop();
  try {
    return await (hasWorkers() ? inWorker(text, options, onProgress) : here(text, options));
  } catch (error) {
    throw error instanceof Problem ? error : problemOf(error);
  }
}

/** Stops the outline that is being made, if one is: its call fails with the problem `stopped`. */
export function stop() {
  if (!running) return;
  running.worker.terminate();
  running.reject(new Problem("stopped"));
  running = null;
  idle = null;
}

/** The job in hand. @type {{ worker: Worker, reject: (error: unknown) => void } | null} */
let running = null;
/** A worker that has loaded everything and waits. @type {Worker | null} */
let idle = null;
let broken = false;

/** Whether the browser has WebAssembly, without which there are no outlines. */
export const isAvailable = () => typeof WebAssembly === "object";

/** Where there can be no worker, the page does the work itself. */
const hasWorkers = () => !isOneFile && !broken && isAvailable() && typeof Worker === "function";

/**
 * The module, compiled while it is still coming in and the page is still starting. Where that fails, the worker loads it in
 * its own way, and says what is wrong.
 * @type {Promise<WebAssembly.Module | null> | undefined}
 */
let compiled;

function startWorker() {
  const worker = new Worker(scriptAddress("worker.js"), { type: "module" });
  compiled ??= WebAssembly.compileStreaming(fetch(new URL("speech-outline/dist/speech_outline_bg.wasm", import.meta.url))).catch(() => null);
  void compiled.then((module) => worker.postMessage({ module }));
  // One that breaks before there is anything to do for it.
  worker.onerror = (event) => {
    event.preventDefault();
    broken = true;
    idle = null;
  };
  return worker;
}

/** Has a worker load everything before there is anything to do, unless one is at work already. */
export function prepare() {
  if (hasWorkers() && !running) idle ??= startWorker();
}

/** @param {string} text @param {Options} options @param {(fraction: number) => void} onProgress @returns {Promise<Outline>} */
function inWorker(text, options, onProgress) {
  return new Promise((resolve, reject) => {
    const worker = idle ?? startWorker();
    idle = null;
    running = { worker, reject };
    /** @type {Outline | undefined} */
    let outline;
    worker.onmessage = (/** @type {MessageEvent<Answer>} */ { data }) => {
      if ("start" in data) outline = data.start;
      else if ("list" in data) outline?.[data.list].push(...data.part);
      else if ("speaker" in data) outline?.speakers[data.speaker]?.spans.push(...data.part);
      else if ("fraction" in data) onProgress(data.fraction);
      else {
        running = null;
        idle = worker;
        if ("done" in data && outline) resolve(outline);
        else if ("name" in data) reject(Object.assign(new Error(data.message), { name: data.name }));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      running = null;
      broken = true;
      worker.terminate();
      resolve(here(text, options));
    };
    void compiled?.then(() => worker.postMessage({ text, options }));
  });
}

/** @param {string} text @param {Options} options */
async function here(text, options) {
  // Modules are loaded once, and `init()` waits for the first call: both may be asked for each time.
  const engine = await import("./speech-outline/index.js").catch((error) => {
    throw new Problem("wasm-load", error);
  });
  await engine.init();
  return engine.outline(text, options);
}

/** @param {unknown} error */
function problemOf(error) {
  switch (error instanceof Error && error.name) {
    case "EmptyInputError":
      return new Problem("empty", error);
    case "WasmUnavailableError":
      return new Problem("wasm-unavailable", error);
    case "WasmLoadError":
      return new Problem("wasm-load", error);
    case "InputTooLargeError":
      return new Problem("too-large", error);
    default:
      return new Problem("internal", error);
  }
}
