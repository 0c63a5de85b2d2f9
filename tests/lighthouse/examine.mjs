// The built page on a host that compresses, examined by Lighthouse as a phone and as a desk see it.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { serve } from "../browser/server.mjs";

const program = fileURLToPath(new URL("node_modules/lighthouse/cli/index.js", import.meta.url));
const site = process.env.SITE ?? fileURLToPath(new URL("../../target/site", import.meta.url));

export const DEVICES = /** @type {const} */ (["phone", "desk"]);

/**
 * @typedef {{ title: string, score: number | null, displayValue?: string, details?: { items?: unknown[] } }} Audit
 * @typedef {{ audits: Record<string, Audit>, categories: Record<string, { title: string, score: number, auditRefs: { id: string, weight: number }[] }> }} Report
 */

/**
 * @param {(typeof DEVICES)[number]} device
 * @param {string[]} categories
 * @returns {Promise<Report>}
 */
export async function examine(device, categories) {
  const host = await serve(site, "/", { compress: true });
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [program, host.address, "--quiet", "--output=json", `--only-categories=${categories}`, "--chrome-flags=--headless --no-sandbox --disable-gpu", ...(device === "desk" ? ["--preset=desktop"] : [])],
      { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" }, maxBuffer: 1 << 26 },
    );
    return JSON.parse(stdout);
  } finally {
    host.close();
  }
}

/** The points of each category. @param {Report} report */
export const points = ({ categories }) => Object.fromEntries(Object.entries(categories).map(([id, { score }]) => [id, Math.round(score * 100)]));

/** What keeps a category from its 100 points, with where it was seen. @param {Report} report */
export const shortcomings = ({ audits, categories }) =>
  Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]))
    .flatMap((audit) => (audit && audit.score !== null && audit.score < 1 ? [`${audit.title}: ${audit.displayValue ?? JSON.stringify(audit.details?.items)?.slice(0, 600) ?? audit.score}`] : []));
