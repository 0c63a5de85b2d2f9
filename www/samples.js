// @ts-check
/** @import { Outline } from "./speech-outline/index.js" */

/** The sample whose outline fills the empty page. The build makes that outline (`xtask/example.mjs`). */
export const EXAMPLE = "press-conference";

/** @typedef {{ text: string, outline: Outline | undefined }} Sample */

/**
 * A sample, and its outline if the build has made it. (In the page that is one file, both stand here.)
 * @param {string} file
 * @returns {Promise<Sample>}
 */
export async function sample(file) {
  const [text, outline] = await Promise.all([
    loaded(file).then((response) => response.text()),
    file === `${EXAMPLE}.txt` ? loaded(`${EXAMPLE}.json`).then((response) => response.json()) : undefined,
  ]);
  return { text, outline };
}

/** @param {string} file */
async function loaded(file) {
  const response = await fetch(new URL(`./samples/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} for the sample ${file}`);
  return response;
}
