// @ts-check
/** @import { Span } from "../speech-outline/index.js" */

/** A list longer than this is no choice any more. */
const MAX = 300;

/**
 * Where sentences start within a span, in UTF-16 code units, its own start not counted.
 * @param {string} text
 * @param {Span} span
 * @param {string} language a BCP 47 tag
 * @returns {number[]}
 */
export function startsIn(text, span, language) {
  const part = text.slice(span.start, span.end);
  const first = part.length - part.trimStart().length;
  const starts = [];
  for (const { index, segment } of segments(part, language)) {
    const at = index + segment.length - segment.trimStart().length;
    if (segment.trim() !== "" && at > first) starts.push(span.start + at);
    if (starts.length === MAX) break;
  }
  return starts;
}

/** @param {string} text @param {string} language @returns {Iterable<{ index: number, segment: string }>} */
function segments(text, language) {
  if ("Segmenter" in Intl) {
    const [locale] = Intl.Segmenter.supportedLocalesOf(language === "und" ? "en" : language);
    return new Intl.Segmenter(locale ?? "en", { granularity: "sentence" }).segment(text);
  }
  return [...text.matchAll(/[^\n]+/g)].map((line) => ({ index: line.index, segment: line[0] }));
}
