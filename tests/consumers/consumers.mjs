// The projects that use the package, and how each shows what it has made.

import { builds, drops, lists, prints, serves } from "./harness/checks.mjs";

/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} folder
 * @property {import("./harness/checks.mjs").Check} check
 * @property {string[]} ways the ways in which it makes an outline
 */

/** A page makes one itself, and has others made by a worker and by the element. */
const PAGE = ["main", "worker", "element"];

/** It also makes one while it builds, and answers with one. */
const NEXT = [...PAGE, "file", "answer"];
const NEXT_PATHS = { page: "", file: "outline.json", answer: "api/outline" };

/** Two folders at a time, in this order: what takes longest comes first. @type {Consumer[]} */
export const consumers = [
  { name: "Next.js", folder: "next", ways: NEXT, check: serves("start", NEXT_PATHS, "build") },
  { name: "Next.js, webpack", folder: "next", ways: NEXT, check: serves("start", NEXT_PATHS, "build:webpack") },
  { name: "HTML, import map", folder: "html", ways: PAGE, check: builds("build") },
  { name: "Vite, dev", folder: "vite", ways: PAGE, check: serves("dev", { page: "" }) },
  { name: "Vite, build", folder: "vite", ways: PAGE, check: builds("build", "dist", "/") },
  { name: "Vite 7, dev", folder: "vite-7", ways: PAGE, check: serves("dev", { page: "" }) },
  { name: "Vite 7, build", folder: "vite-7", ways: PAGE, check: builds("build", "dist", "/") },
  { name: "webpack", folder: "webpack", ways: PAGE, check: builds("build") },
  { name: "webpack, for Node", folder: "webpack", ways: ["printed"], check: prints("build:node", "start:node") },
  { name: "Rollup", folder: "rollup", ways: PAGE, check: builds("build") },
  { name: "esbuild", folder: "esbuild", ways: PAGE, check: builds("build") },
  { name: "esbuild, unused", folder: "esbuild", ways: [], check: drops("build:unused") },
  { name: "esbuild, for Node", folder: "esbuild", ways: ["printed"], check: prints("build:node", "start:node") },
  { name: "Cloudflare Workers", folder: "cloudflare", ways: ["answer"], check: serves("dev", { answer: "" }) },
  { name: "Node, import", folder: "node-import", ways: ["printed"], check: prints("start") },
  { name: "Node, three lines", folder: "node-import", ways: [], check: lists("sections") },
  { name: "Node, require()", folder: "node-require", ways: ["printed"], check: prints("start") },
  { name: "Deno", folder: "deno", ways: ["printed"], check: prints("start") },
  { name: "Bun", folder: "bun", ways: ["printed"], check: prints("start") },
  { name: "TypeScript, bundler", folder: "typescript", ways: ["printed"], check: prints("bundler", "start") },
  { name: "TypeScript, node16", folder: "typescript", ways: ["printed"], check: prints("node16", "start") },
  { name: "TypeScript, nodenext", folder: "typescript", ways: ["printed"], check: prints("nodenext", "start") },
  { name: "TypeScript, require", folder: "typescript", ways: ["printed"], check: prints("nodenext", "start:require") },
];
