// The payloads of payloads.txt, and those that are too long for a line.

import { readFileSync } from "node:fs";

/** @type {Record<string, string>} */
const SHORT = { n: "\n", r: "\r", t: "\t", 0: "\0" };

/** @param {string} line */
const decoded = (line) =>
  line.replace(/\\(?:u\{(\w+)\}|u(\w{4})|([nrt0]))/g, (_, long, code, short) => (short ? (SHORT[short] ?? "") : String.fromCodePoint(parseInt(long ?? code, 16))));

const lines = readFileSync(new URL("payloads.txt", import.meta.url), "utf8").split("\n");

export const payloads = [
  ...lines.filter((line) => line !== "" && !line.startsWith("# ")).map(decoded),
  "Donaudampfschiff".repeat(1500),
  "<b>".repeat(5000),
];

/** A name for a test. @param {string} payload */
export const named = (payload) => JSON.stringify(payload.slice(0, 60));
