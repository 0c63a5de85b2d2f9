// The ways to get at what a consumer has made: printed, or left on a page.


import { run } from "./process.mjs";

/**
 * What a consumer has made, by the way it took. All must be the same outline.
 *
 * @typedef {Record<string, unknown>} Made
 * @typedef {(folder: string) => Promise<Made>} Check
 */

/**
 * The script prints an outline as JSON.
 *
 * @param {string} script
 * @param {string[]} [before] scripts that run first
 * @returns {Check}
 */
export const prints = (script, before = []) => async (folder) => {
  for (const name of before) await run(folder, name);
  const printed = await run(folder, script);
  return { outline: JSON.parse(printed) };
};

export async function close() {}
