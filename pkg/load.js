// From where a module can come, to a compiled module; and what kept it from it, in words.

import { WasmLoadError, WasmUnavailableError } from "./errors.js";

/** @param {Awaited<import("./index.js").Source>} source */
export async function compile(source) {
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
