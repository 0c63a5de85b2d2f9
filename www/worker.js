// @ts-check
/** @import { Options, Outline } from "./speech-outline/index.js" */
// Makes outlines off the main thread. A large outline is handed over in parts, since the page stands still while it
// unpacks one.
import { init, outline } from "./speech-outline/index.js";

/**
 * `start` is the outline with empty lists; `part` is what comes next in one of them; `done` says that all is there.
 * @typedef {{ start: Outline }
 *   | { list: "sections" | "keyPoints" | "masked", part: any[] }
 *   | { speaker: number, part: any[] }
 *   | { done: true }
 *   | { name: string, message: string }} Answer
 */

/** How many sections, and how many spans, go over at once. */
const SECTIONS = 150;
const SPANS = 4000;

/** @param {Answer} answer */
const post = (answer) => self.postMessage(answer);

/** @param {Outline} whole */
function handOver({ sections, keyPoints, masked, speakers, ...rest }) {
  const bare = speakers.map((speaker) => ({ ...speaker, spans: [] }));
  post({ start: { ...rest, sections: [], keyPoints: [], masked: [], speakers: bare } });
  for (const part of parts(sections, SECTIONS)) post({ list: "sections", part });
  for (const part of parts(keyPoints, SECTIONS)) post({ list: "keyPoints", part });
  for (const part of parts(masked, SPANS)) post({ list: "masked", part });
  for (const [speaker, { spans }] of speakers.entries()) {
    for (const part of parts(spans, SPANS)) post({ speaker, part });
  }
  post({ done: true });
}

/** @template T @param {T[]} list @param {number} length */
function* parts(list, length) {
  for (let at = 0; at < list.length; at += length) yield list.slice(at, at + length);
}

self.addEventListener("message", async (/** @type {MessageEvent<{ text: string, options: Options }>} */ { data: { text, options } }) => {
  try {
    await init();
    handOver(outline(text, options));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ name, message });
  }
});

// The module loads while the page is still starting. If it cannot, the first call says why.
init().catch(() => undefined);
