// @ts-check
/** @import { Outline, Section, Span } from "../speech-outline/index.js" */
// Text in, stretches of it out: what the transcript view draws.

const CHUNK = 6000;
/** A group of passages has so many of them at most, or so many UTF-16 code units. */
const GROUP = 30;
const GROUP_LENGTH = 15_000;
/** From this length on, a passage is no longer laid out as a whole. */
export const LENGTHY = 2 * GROUP_LENGTH;

/**
 * Cuts a span into chunks of some thousand UTF-16 code units, at the end of a line or, in a wall of text, of a word.
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]}
 */
export function cut(text, span) {
  const chunks = [];
  let start = span.start;
  while (span.end - start > CHUNK * 1.5) {
    const limit = start + CHUNK;
    let end = text.lastIndexOf("\n", limit) + 1;
    if (end <= start) end = text.lastIndexOf(" ", limit) + 1;
    if (end <= start) end = isTrail(text.charCodeAt(limit)) ? limit + 1 : limit;
    chunks.push({ start, end });
    start = end;
  }
  chunks.push({ start, end: span.end });
  return chunks;
}

/** @param {number} unit */
const isTrail = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * The speaker labels at the starts of turns, in the order of the text.
 * @param {string} text
 * @param {Outline} outline
 * @returns {Span[]}
 */
export function labelsOf(text, outline) {
  const labels = [];
  for (const { spans } of outline.speakers) {
    for (const turn of spans) {
      const head = text.slice(turn.start, Math.min(turn.end, turn.start + 90));
      const label = /^[^\n:]*:|^Q(?:\.|(?=\s))/.exec(head);
      if (label) labels.push({ start: turn.start, end: turn.start + label[0].length });
    }
  }
  return labels.sort((a, b) => a.start - b.start);
}

/**
 * @typedef {{ start: number, end: number, marked: boolean, point: Span | undefined, label: boolean }} Piece
 */

/**
 * Splits a chunk wherever a mark, a key point or a label starts or ends in it. The pieces tile the chunk.
 * @param {Span} chunk
 * @param {{ mark: Span | null, points: Span[], labels: Span[] }} layers sorted by start
 * @returns {Piece[]}
 */
export function piecesOf(chunk, { mark, points, labels }) {
  const near = { points: within(points, chunk), labels: within(labels, chunk) };
  const borders = new Set([chunk.start, chunk.end]);
  for (const { start, end } of [...near.points, ...near.labels, ...(mark ? [mark] : [])]) {
    for (const at of [start, end]) if (at > chunk.start && at < chunk.end) borders.add(at);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? chunk.end;
    const holds = (/** @type {Span} */ span) => span.start <= start && end <= span.end;
    return {
      start,
      end,
      marked: mark !== null && holds(mark),
      point: near.points.find(holds),
      label: near.labels.some(holds),
    };
  });
}

/** @param {Span[]} spans sorted by start @param {Span} chunk */
function within(spans, chunk) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < chunk.start) low = middle + 1;
    else high = middle;
  }
  // The one before may reach into the chunk.
  const found = [];
  for (let index = Math.max(0, low - 1); index < spans.length; index += 1) {
    const span = spans[index];
    if (!span || span.start >= chunk.end) break;
    if (span.end > chunk.start) found.push(span);
  }
  return found;
}

/** About how tall a stretch of text is, in em. @param {Span} span */
export const heightOf = ({ start, end }) => Math.ceil((end - start) / 60) * 1.7;

/** Sections in groups of neighbours. @param {readonly Section[]} sections @returns {import("./groups.js").Stretch[]} */
export function stretchesOf(sections) {
  const stretches = [];
  let first = 0;
  for (let end = 1; end <= sections.length; end += 1) {
    const span = { start: sections[first]?.span.start ?? 0, end: sections[end - 1]?.span.end ?? 0 };
    const next = sections[end]?.span.end ?? Infinity;
    if (end - first < GROUP && next - span.start < GROUP_LENGTH) continue;
    stretches.push({ first, end, height: heightOf(span) + (end - first) });
    first = end;
  }
  return stretches;
}
