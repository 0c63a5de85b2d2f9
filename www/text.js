// @ts-check
/** White space that Markdown, JavaScript and Rust all take for white space. */
const SPACE = /[ \t-\r\u00a0\u2028\u2029]+/u;
const MAX_CHARS = 280;

/** @param {string} text */
export const wordsOf = (text) => text.split(SPACE).filter((word) => word !== "");

/**
 * The first words, on one line, cut at a word where there are too many.
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
 * @param {string} text
 * @param {import("./speech-outline/index.js").Outline | null} outline
 * @param {import("./speech-outline/index.js").Span} span
 */
export function spoken(text, outline, { start, end }) {
  let [words, at] = ["", start];
  for (const masked of outline?.masked ?? []) {
    if (masked.end <= start || masked.start >= end) continue;
    words += `${text.slice(at, Math.max(at, masked.start))} `;
    at = masked.end;
  }
  return words + text.slice(at, Math.max(at, end));
}

/** Seconds as `1:02:03` or `2:03`. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? [hours, ...parts].join(":") : parts.join(":").replace(/^0/, "");
}
