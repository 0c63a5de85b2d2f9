// @ts-check
/** @import { Options, Outline } from "./speech-outline/index.js" */
// Makes outlines off the main thread. A large outline is handed over in parts, since the page stands still while it
// unpacks one.
import { init, outlineAsync } from "./speech-outline/index.js";

/**
 * `fraction` says how far the work is; `start` is the outline with empty lists; `part` is what comes next in one of them;
 * `done` says that all is there.
 * @typedef {{ start: Outline }
 *   | { list: "sections" | "keyPoints" | "masked", part: any[] }
 *   | { speaker: number, part: any[] }
 *   | { fraction: number }
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

/** What the worker is asked: the module comes once, if the page has it, and before all texts. @typedef {{ module: WebAssembly.Module | null } | { text: string, options: Options }} Order */

self.addEventListener("message", async (/** @type {MessageEvent<Order>} */ { data }) => {
  try {
    if ("module" in data) {
      await init(data.module ?? undefined);
      return;
    }
    const onProgress = (/** @type {{ fraction: number }} */ { fraction }) => post({ fraction });
    handOver((await outlineAsync(data.text, { ...data.options, onProgress })).outline);
  } catch (error) {
    // A module that cannot be loaded is the matter of the first text.
    if ("module" in data) return;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ name, message });
  }
});
