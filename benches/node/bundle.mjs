// The packages of this folder as one module for a browser.
import { build } from "esbuild";

/** @param {string} entry a file @returns {Promise<string>} the module */
export async function bundle(entry) {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, nodePaths: [`${import.meta.dirname}/node_modules`] });
  return outputFiles[0]?.text ?? "";
}
