// Writes what browsers load as one file each, so that they wait for one answer and not for a chain of them: pkg/index.js
// and pkg/worker.js, from pkg/browser.js and pkg/in-worker.js and what they import, and pkg/dist/element.js, from
// pkg/element/ and what it shares with pkg/render/.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build, transform } from "esbuild";

const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));

const { code: style } = await transform(readFileSync(`${pkg}element.css`, "utf8"), { loader: "css", minifyWhitespace: true });
writeFileSync(`${pkg}dist/element_style.js`, `export const style = ${JSON.stringify(style.trim())};\n`);

await write("browser.js", "index.js");
await write("in-worker.js", "worker.js");
// The element loads the entry point beside it when it needs it.
await write("element/element.js", "dist/element.js", ["../index.js"]);
writeFileSync(`${pkg}dist/element.d.ts`, 'export * from "../element.js";\n');

/**
 * Names stay as they are, for whoever reads an error's stack.
 *
 * @param {string} from a module, below pkg/
 * @param {string} to the file with all that it imports, below pkg/
 * @param {string[]} external what stays an import
 */
async function write(from, to, external = []) {
  await build({
    absWorkingDir: pkg,
    entryPoints: [from],
    outfile: to,
    external,
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minifyWhitespace: true,
    logLevel: "warning",
  });
}
