// Words of the transcript, as a document shows them.

/** @import { Outline, Span } from "../types.js" */

/** White space that Markdown, JavaScript and Rust all take for white space. */
const SPACE = /[ \t-\r\u00a0\u2028\u2029]+/u;
const MAX_CHARS = 280;

/** @param {string} text */
export const wordsOf = (text) => text.split(SPACE).filter((word) => word !== "");

/** On one line, without what no format can carry. @param {string} text */
export const clean = (text) => wordsOf(text).join(" ").replace(/[\0-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");

/**
 * The first words, on one line, cut at a word where there are too many.
 *
 * @param {string} text
 */
export function excerpt(text) {
  /** @type {string[]} */
  const kept = [];
  let chars = 0;
  for (const word of wordsOf(text)) {
    const length = [...word].length;
    if (chars > 0 && chars + 1 + length > MAX_CHARS) return `${kept.join(" ")} …`;
    kept.push(word);
    chars += length + 1;
  }
  return kept.join(" ");
}

/**
 * The words under a span without what nobody spoke (cue times, page headers): a space stands in its place.
 *
 * @param {Outline} outline
 * @param {Span} span
 * @param {string} text the transcript, or a part of it
 * @param {number} [from] where the part starts
 */
export function spoken({ masked }, { start, end }, text, from = 0) {
  let [words, at] = ["", start];
  for (const span of masked) {
    if (span.end <= start || span.start >= end) continue;
    words += `${text.slice(at - from, Math.max(at, span.start) - from)} `;
    at = span.end;
  }
  return words + text.slice(at - from, Math.max(at, end) - from);
}

/** A key point's own words need no transcript. @param {Outline} outline @param {{ text: string, span: Span }} point */
export const spokenPoint = (outline, { text, span }) => spoken(outline, span, text, span.start);

/** Seconds as `1:02:03` or `2:03`. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? [hours, ...parts].join(":") : parts.join(":").replace(/^0/, "");
}
