// The entry point for browsers: the module is fetched when `init()` is first called.

import { isStarted, requireWebAssembly, start } from "./core.js";
import { WasmLoadError, WasmUnavailableError } from "./errors.js";

export { outline } from "./core.js";
export * from "./errors.js";

/** @type {Promise<void> | undefined} */
let loading;

/** @type {typeof import("./index.js").init} */
export function init(source) {
  // A load that failed does not stand in the way of the next try.
  loading ??= load(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @param {import("./index.js").Source | undefined} source */
async function load(source) {
  if (isStarted()) return;
  requireWebAssembly();
  start(await compile(await (source ?? new URL("./dist/speech_outline_bg.wasm", import.meta.url))));
}

/** @param {Awaited<import("./index.js").Source>} source */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compileBytes(source);
  const response = source instanceof Response ? source : await download(source);
  if (!response.ok) {
    throw new WasmLoadError(`The module could not be loaded: ${response.status} for ${response.url}`);
  }
  // Streaming needs the right media type, which not every static host sends.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response).catch(explain);
  }
  return compileBytes(await response.arrayBuffer());
}

/** @param {string | URL} url */
async function download(url) {
  try {
    return await fetch(url, { credentials: "same-origin" });
  } catch (cause) {
    throw new WasmLoadError(`The module could not be loaded from ${url}`, { cause });
  }
}

/** @param {BufferSource} bytes */
function compileBytes(bytes) {
  return WebAssembly.compile(bytes).catch(explain);
}

/**
 * @param {unknown} cause
 * @returns {never}
 */
function explain(cause) {
  // Policies make compilation fail with a CompileError too; its message names them.
  if (/content security policy|disallowed by embedder|unsafe-eval/i.test(String(cause))) {
    throw new WasmUnavailableError(
      "A content security policy forbids WebAssembly here: add 'wasm-unsafe-eval' to its script-src.",
      { cause },
    );
  }
  throw new WasmLoadError("The module is damaged, or is not WebAssembly.", { cause });
}
