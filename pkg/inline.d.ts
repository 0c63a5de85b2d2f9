export * from "./index.js";

/** Decodes and compiles the module that comes with this file, once. */
export function init(): Promise<void>;
