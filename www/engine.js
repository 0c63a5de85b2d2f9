// @ts-check
/** @import { Outline } from "./speech-outline/index.js" */
import { strings } from "./strings.js";

/** What kept the outline from being made, in a sentence for the reader. */
export class Problem extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "Problem";
    this.code = code;
  }
}

/**
 * @param {string} text
 * @returns {Promise<Outline>}
 * @throws {Problem}
 */
export async function outlineOf(text) {
  try {
    // Modules are loaded once, and `init()` waits for the first call: both may be asked for each time.
    const engine = await import("./speech-outline/index.js").catch(notLoaded);
    await engine.init();
    return engine.outline(text);
  } catch (error) {
    throw error instanceof Problem ? error : problemOf(error, text);
  }
}

/** @param {unknown} error @returns {never} */
function notLoaded(error) {
  throw new Problem("wasm-load", strings.problems["wasm-load"], error);
}

/** @param {unknown} error @param {string} text */
function problemOf(error, text) {
  const code = error instanceof Error && "code" in error ? error.code : "internal";
  switch (code) {
    case "empty":
    case "wasm-unavailable":
    case "wasm-load":
      return new Problem(code, strings.problems[code], error);
    case "too-large": {
      const size = strings.megabytes(new Blob([text]).size);
      return new Problem(code, strings.problems[code](size), error);
    }
    default:
      return new Problem("internal", strings.problems.internal, error);
  }
}
