// @ts-check
/** @import { KeyPoint, Outline, Section, SectionKind, Span } from "./speech-outline/index.js" */
// The reader's corrections: an outline and what was corrected in it in, the corrected outline out. A correction names
// places in the text, not numbers of sections: so it can be taken back alone, kept with the text, and carried over
// when the text is edited.

/**
 * `at` and `from` are the start of a section, in UTF-16 code units of the text.
 * @typedef {{ type: "kind", at: number, kind: SectionKind }
 *   | { type: "title", at: number, title: string }
 *   | { type: "split", at: number }
 *   | { type: "join", at: number }
 *   | { type: "move", from: number, to: number }
 *   | { type: "add", start: number, end: number }
 *   | { type: "drop", start: number, end: number }} Correction
 */

/**
 * A correction that no longer fits (its section is gone) changes nothing.
 * @param {Outline} outline
 * @param {string} text
 * @param {readonly Correction[]} corrections
 * @returns {Outline}
 */
export function corrected(outline, text, corrections) {
  return corrections.reduce((result, correction) => apply(result, text, correction), outline);
}

/**
 * Whether a correction changed anything. What it left alone is the same object as before.
 * @param {Outline} before
 * @param {Outline} after
 */
export function differs(before, after) {
  if (before === after) return false;
  if (before.sections.length !== after.sections.length || before.keyPoints.length !== after.keyPoints.length) return true;
  return before.sections.some((section, index) => {
    const other = after.sections[index];
    if (section === other) return false;
    return section.span.start !== other?.span.start || JSON.stringify(section) !== JSON.stringify(other);
  });
}

/** @param {Outline} outline @param {string} text @param {Correction} correction @returns {Outline} */
function apply(outline, text, correction) {
  const { sections } = outline;
  switch (correction.type) {
    case "kind":
      return change(outline, correction.at, (section) => ofKind(section, correction.kind));
    case "title":
      return change(outline, correction.at, (section) => ({ ...section, title: correction.title }));
    case "split": {
      const index = sectionAt(sections, correction.at);
      const section = sections[index];
      if (!section || correction.at <= section.span.start || correction.at >= section.span.end) return outline;
      return arrange(outline, replaced(sections, index, 1, ...split(section, correction.at)));
    }
    case "join": {
      const index = startingAt(sections, correction.at);
      const [first, second] = [sections[index - 1], sections[index]];
      if (!first || !second) return outline;
      return arrange(outline, replaced(sections, index - 1, 2, join(first, second)));
    }
    case "move": {
      const index = startingAt(sections, correction.from);
      const [first, second] = [sections[index - 1], sections[index]];
      if (!first || !second || correction.to <= first.span.start || correction.to >= second.span.end) return outline;
      const moved = [
        within({ ...first, span: { start: first.span.start, end: correction.to } }),
        within({ ...second, confidence: 1, span: { start: correction.to, end: second.span.end } }),
      ];
      return arrange(outline, replaced(sections, index - 1, 2, ...moved));
    }
    case "add":
      return addPoint(outline, text, correction);
    case "drop":
      return dropPoint(outline, correction);
  }
}

/** @param {readonly Section[]} sections @param {number} index @param {number} count @param {...Section} others */
const replaced = (sections, index, count, ...others) => [
  ...sections.slice(0, index),
  ...others,
  ...sections.slice(index + count),
];

/** @param {Outline} outline @param {number} at @param {(section: Section) => Section} how */
function change(outline, at, how) {
  const index = startingAt(outline.sections, at);
  const section = outline.sections[index];
  if (!section) return outline;
  return { ...outline, sections: replaced(outline.sections, index, 1, { ...how(section), confidence: 1 }) };
}

/** @param {Section} section @param {SectionKind} kind @returns {Section} */
function ofKind(section, kind) {
  if (kind === "question-answer") return { ...section, kind };
  const { exchange: _, ...rest } = section;
  return { ...rest, kind };
}

/** @param {Section} section @param {number} at @returns {Section[]} */
function split(section, at) {
  const { start, end } = section.span;
  const { exchange: _, ...rest } = section;
  return [
    within({ ...section, confidence: 1, span: { start, end: at } }),
    { ...rest, title: "", confidence: 1, span: { start: at, end } },
  ];
}

/** @param {Section} first @param {Section} second @returns {Section} */
function join(first, second) {
  const span = { start: first.span.start, end: second.span.end };
  const time = first.time && second.time && { start: first.time.start, end: second.time.end };
  const joined = { ...first, span, confidence: 1, title: first.title || second.title, ...(time && { time }) };
  if (joined.kind !== "question-answer" || !second.exchange) return joined;
  const { exchange } = joined;
  if (!exchange) return { ...joined, exchange: second.exchange };
  const { followUps, ...question } = second.exchange;
  return { ...joined, exchange: { ...exchange, followUps: [...exchange.followUps, { ...question, followUps: [] }, ...followUps] } };
}

/** Leaves out of the exchange what now stands elsewhere. @param {Section} section @returns {Section} */
function within(section) {
  if (section.kind !== "question-answer" || !section.exchange) return section;
  const inside = (/** @type {Span} */ span) => span.start >= section.span.start && span.end <= section.span.end;
  const { exchange, ...rest } = section;
  const all = [exchange, ...exchange.followUps].filter(({ question }) => inside(question));
  const [first, ...followUps] = all.map((one) => ({ ...one, answers: one.answers.filter(({ span }) => inside(span)) }));
  return first ? { ...rest, exchange: { ...first, followUps } } : rest;
}

/**
 * Tells speakers and key points anew after the sections have changed.
 * @param {Outline} outline
 * @param {Section[]} sections
 * @returns {Outline}
 */
function arrange(outline, sections) {
  const points = outline.sections.flatMap((section) => section.keyPoints);
  /** @type {KeyPoint[][]} */
  const homes = sections.map(() => []);
  for (const point of points) {
    const home = sectionAt(sections, point.span.start);
    homes[home]?.push({ ...point, section: home });
  }
  const before = new Set(outline.sections);
  return {
    ...outline,
    sections: sections.map((section, index) => ({
      ...section,
      speakers: before.has(section) ? section.speakers : speakersIn(outline, section.span),
      keyPoints: (homes[index] ?? []).sort((a, b) => b.score - a.score),
    })),
    keyPoints: outline.keyPoints.map((point) => ({ ...point, section: sectionAt(sections, point.span.start) })),
  };
}

/** @param {Outline} outline @param {Span} span */
function speakersIn({ speakers }, span) {
  return speakers
    .map(({ spans }, index) => ({ index, first: spans.find((turn) => turn.start < span.end && span.start < turn.end) }))
    .filter(({ first }) => first !== undefined)
    .sort((a, b) => (a.first?.start ?? 0) - (b.first?.start ?? 0))
    .map(({ index }) => index);
}

/** @param {Outline} outline @param {string} text @param {Span} place @returns {Outline} */
function addPoint(outline, text, place) {
  const section = sectionAt(outline.sections, place.start);
  const home = outline.sections[section];
  const known = outline.keyPoints.some((point) => same(point.span, place));
  if (!home || known || place.end > home.span.end || place.start >= place.end) return outline;
  const span = { start: place.start, end: place.end };
  const inSection = home.keyPoints.find((point) => same(point.span, span));
  const speaker = outline.speakers.findIndex(({ spans }) => spans.some((turn) => turn.start <= span.start && span.start < turn.end));
  /** @type {KeyPoint} */
  const point = inSection ?? {
    text: text.slice(span.start, span.end),
    span,
    section,
    score: 1,
    speaker: speaker === -1 ? null : speaker,
    reasons: [],
    facts: [],
  };
  const keyPoints = inSection ? home.keyPoints : [...home.keyPoints, point];
  return {
    ...outline,
    keyPoints: [...outline.keyPoints, point],
    sections: replaced(outline.sections, section, 1, { ...home, keyPoints }),
  };
}

/** @param {Outline} outline @param {Span} place @returns {Outline} */
function dropPoint(outline, place) {
  const kept = (/** @type {KeyPoint} */ point) => !same(point.span, place);
  return {
    ...outline,
    keyPoints: outline.keyPoints.filter(kept),
    sections: outline.sections.map((section) =>
      section.keyPoints.every(kept) ? section : { ...section, keyPoints: section.keyPoints.filter(kept) },
    ),
  };
}

/** @param {Span} a @param {Span} b */
const same = (a, b) => a.start === b.start && a.end === b.end;

/** The index of the section that holds a place. @param {readonly Section[]} sections @param {number} at */
export function sectionAt(sections, at) {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.span.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the section that starts exactly there, or -1. @param {readonly Section[]} sections @param {number} at */
function startingAt(sections, at) {
  const index = sectionAt(sections, at);
  return sections[index]?.span.start === at ? index : -1;
}

/**
 * Carries corrections over to an edited text. What lay in the edited stretch is lost.
 * @param {readonly Correction[]} corrections
 * @param {string} before
 * @param {string} after
 * @returns {Correction[]}
 */
export function carried(corrections, before, after) {
  if (corrections.length === 0) return [];
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  /** @param {number} place */
  const moved = (place) => {
    if (place <= head) return place;
    return place >= before.length - tail ? place + after.length - before.length : undefined;
  };
  return corrections.flatMap((correction) => {
    /** @type {Record<string, unknown>} */
    const copy = { ...correction };
    for (const field of ["at", "from", "to", "start", "end"]) {
      if (field in copy) copy[field] = moved(Number(copy[field]));
    }
    return Object.values(copy).includes(undefined) ? [] : [/** @type {Correction} */ (copy)];
  });
}
