// What a line of the outline says of its place.

/**
 * @import { Outline, Span } from "../types.js"
 * @import { Words } from "./text.js"
 */

import { linesOf } from "../render/describe.js";
import { spoken } from "../render/words.js";
import { condensed } from "./text.js";

/** So many condensed characters tell the start, the end and the surroundings of a place. */
const CHARACTERS = 40;

/** @param {Element} line @returns {Span} */
export function spanOf(line) {
  const [start = 0, end = 0] = (line.getAttribute("data-span") ?? "").split("-").map(Number);
  return { start, end };
}

/**
 * The words under a line, as they are looked for.
 *
 * @param {Element} line
 * @param {string | null} text the transcript; without it, the line's text fragment tells what is known
 * @param {Outline | null} outline
 * @returns {Words}
 */
export function wordsUnder(line, text, outline) {
  const span = spanOf(line);
  if (text !== null && outline) {
    const words = spoken(outline, span, text);
    const lines = linesOf(words).map(condensed);
    const all = condensed(words);
    const before = condensed(text.slice(0, span.start));
    return {
      all,
      starts: lines.slice(0, 3).map((line) => line.slice(0, CHARACTERS)),
      end: (lines.at(-1) ?? "").slice(-CHARACTERS),
      before: before.slice(-CHARACTERS),
      at: before.length / Math.max(1, condensed(text).length),
      length: all.length,
    };
  }
  const length = Number(line.closest("[data-length]")?.getAttribute("data-length"));
  const [, directive = ""] = (line.getAttribute("href") ?? "").split(":~:text=");
  const terms = directive.split(",").filter(Boolean);
  const before = terms[0]?.endsWith("-") ? condensed(decodeURIComponent(terms.shift()?.slice(0, -1) ?? "")) : "";
  const [start = "", end = ""] = terms.map((term) => condensed(decodeURIComponent(term)));
  const all = condensed(line.querySelector("q")?.textContent ?? "");
  return { all, starts: [start], end, before, at: span.start / Math.max(1, length), length: span.end - span.start };
}
