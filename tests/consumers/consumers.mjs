// The projects that use the package, and how each shows what it has made.

import { prints } from "./harness/checks.mjs";

/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} folder
 * @property {import("./harness/checks.mjs").Check} check
 */

/** @type {Consumer[]} */
export const consumers = [
  { name: "Node, import", folder: "node-import", check: prints("start") },
  { name: "Node, require()", folder: "node-require", check: prints("start") },
  { name: "Deno", folder: "deno", check: prints("start") },
  { name: "Bun", folder: "bun", check: prints("start") },
  { name: "TypeScript, bundler", folder: "typescript", check: prints("start", ["bundler"]) },
  { name: "TypeScript, node16", folder: "typescript", check: prints("start", ["node16"]) },
  { name: "TypeScript, nodenext", folder: "typescript", check: prints("start", ["nodenext"]) },
  { name: "TypeScript, require", folder: "typescript", check: prints("start:require", ["nodenext"]) },
];
