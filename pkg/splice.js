// Outlines of parts of a text, put together to one of the whole: the settled beginning, and the end as it is now.

/** @typedef {import("./types.js").Outline} Outline */
/** @typedef {import("./types.js").Section} Section */
/** @typedef {import("./types.js").KeyPoint} KeyPoint */
/** @typedef {import("./types.js").Speaker} Speaker */
/** @typedef {import("./types.js").Span} Span */

/**
 * @typedef {object} Settled
 * @property {Outline} outline Of the text before `until`.
 * @property {number} until
 * @property {boolean} open Its last section goes on.
 * @property {number | null} speaker Who is speaking at `until`, in the middle of a turn.
 */

/**
 * Where the outlined window is: `head` units of the beginning of the text, and then the text from `start` on.
 *
 * @typedef {{ head: number, start: number, text: string }} Place
 */

const WORDS_PER_MINUTE = 240;

/** @typedef {Pick<Outline, "sections" | "speakers" | "keyPoints" | "masked" | "stats">} Parts */

/** @type {Parts} */
const NOTHING = { sections: [], speakers: [], keyPoints: [], masked: [], stats: { words: 0, sentences: 0, readingMinutes: 0 } };

/** @param {number} speaker */
const same = (speaker) => speaker;

/**
 * The part of an outline that no longer changes.
 *
 * @param {Outline} outline
 * @param {number} until
 * @param {boolean} open `until` is within a section.
 * @returns {Settled}
 */
export function settle(outline, until, open) {
  const before = (/** @type {{ span: Span }} */ { span }) => span.end <= until;
  const clip = (/** @type {number} */ at) => Math.min(at, until);
  const sections = outline.sections.filter(({ span }) => span.start < until).map((section) => {
    if (before(section)) return section;
    const clipped = { ...section, keyPoints: section.keyPoints.filter(before) };
    // What else has spans is not shared with the outline that was handed out.
    return relocate(structuredClone(clipped), clip, same);
  });
  const running = outline.speakers.findIndex(({ spans }) => {
    const last = spans.filter(({ start }) => start < until).at(-1);
    return last !== undefined && last.end > until;
  });
  const speakers = outline.speakers.map((speaker) => ({
    ...speaker,
    words: Math.round(speaker.words * (units(speaker.spans, 0, until) / Math.max(units(speaker.spans), 1))),
    spans: within(speaker.spans, 0, until),
  }));
  const length = outline.sections.at(-1)?.span.end ?? until;
  const unnamed = outline.stats.words - sum(outline.speakers.map(({ words }) => words));
  const words = sum(speakers.map((speaker) => speaker.words)) + Math.round(unnamed * (until / length));
  const sentences = Math.round(outline.stats.sentences * (words / Math.max(outline.stats.words, 1)));
  return {
    outline: {
      ...outline,
      sections,
      speakers,
      keyPoints: outline.keyPoints.filter(before),
      masked: outline.masked.filter(({ end }) => end <= until),
      stats: { words, sentences, readingMinutes: Math.ceil(words / WORDS_PER_MINUTE) },
    },
    until,
    open,
    speaker: running < 0 ? null : running,
  };
}

/**
 * The outline of the settled part and the end. It shares what is settled with all that come after it.
 *
 * @param {Settled} settled
 * @param {Outline | null} window The outline of the window, `null` if it holds nothing visible. It is used up.
 * @param {Place} place
 * @param {number | null | undefined} maxKeyPoints
 * @returns {Outline}
 */
export function join(settled, window, place, maxKeyPoints) {
  const end = window ?? structuredClone(NOTHING);
  const { outline: beginning, until } = settled;
  const inText = (/** @type {number} */ at) => (at < place.head ? at : at - place.head + place.start);
  relocate(end.speakers, inText, same);
  const known = recognise(beginning.speakers, end.speakers, place.start, until);
  const who = (/** @type {number} */ index) => known[index] ?? null;
  relocate([end.sections, end.keyPoints, end.masked], inText, who);

  const { speakers, words, carried } = joinSpeakers(settled, end, place, known);
  const isNew = (/** @type {{ span: Span }} */ { span }) => span.start >= until;
  const attribute = (/** @type {KeyPoint} */ point) => {
    if (point.speaker === null && carried && point.span.start < carried.end) point.speaker = settled.speaker;
    return point;
  };

  const sections = [...beginning.sections];
  for (const section of end.sections.filter(({ span }) => span.end > until)) {
    section.keyPoints = section.keyPoints.filter(isNew).map(attribute);
    if (carried && section.span.start < carried.end && settled.speaker !== null) {
      section.speakers = [...new Set([settled.speaker, ...section.speakers])];
    }
    const last = sections.at(-1);
    if (section.span.start >= until || !last) sections.push(section);
    else if (settled.open || isFirst(section)) sections[sections.length - 1] = prolonged(last, section);
    else sections.push(shortened(section, until));
  }
  const last = sections.at(-1);
  const length = place.start + place.text.length;
  // Nothing but white space.
  if (last && last.span.end < length) {
    sections[sections.length - 1] = { ...last, span: { start: last.span.start, end: length } };
  }
  sections.forEach(({ keyPoints }, at) => {
    for (const point of keyPoints) point.section = at;
  });

  const sentences = beginning.stats.sentences + Math.round(end.stats.sentences * words.share);
  const number = Math.min(maxKeyPoints ?? usualNumber(sentences), 100);
  const keyPoints = [...beginning.keyPoints, ...end.keyPoints.filter(isNew).map(attribute)]
    .sort((a, b) => b.score - a.score)
    .slice(0, number);
  for (const point of keyPoints) {
    point.section = sections.findIndex(({ span }) => span.end > point.span.start);
  }
  const total = beginning.stats.words + words.added;
  return {
    ...beginning,
    sections,
    speakers,
    keyPoints,
    masked: [...beginning.masked, ...end.masked.filter(({ start }) => start >= until)],
    stats: { words: total, sentences, readingMinutes: Math.ceil(total / WORDS_PER_MINUTE) },
  };
}

/** Kinds that only the beginning of a transcript has. @param {Section} section */
const isFirst = ({ kind }) => kind === "front-matter" || kind === "opening";

/**
 * A settled section that goes on. Its kind and title stay.
 *
 * @param {Section} last
 * @param {Section} more
 * @returns {Section}
 */
function prolonged(last, more) {
  const section = {
    ...last,
    span: { start: last.span.start, end: more.span.end },
    speakers: [...new Set([...last.speakers, ...more.speakers])],
    keyPoints: [...last.keyPoints, ...more.keyPoints],
  };
  if (last.time && more.time) section.time = { start: last.time.start, end: more.time.end };
  return section;
}

/**
 * A section that would begin within what is settled.
 *
 * @param {Section} section
 * @param {number} start
 * @returns {Section}
 */
function shortened(section, start) {
  section.span.start = start;
  if (section.exchange && section.exchange.question.start < start) delete section.exchange;
  return section;
}

/**
 * The index in the whole of each speaker of the end: who has the same turn in the part that both have read, then who
 * has the same name, then whose name ends with it. Others are new, or nobody if they only spoke before `until`.
 *
 * @param {Speaker[]} beginning
 * @param {Speaker[]} end
 * @param {number} start of the part that both have read
 * @param {number} until its end
 * @returns {(number | null)[]}
 */
function recognise(beginning, end, start, until) {
  /** @type {Map<number, number>} */
  const turns = new Map();
  beginning.forEach(({ spans }, index) => {
    for (let at = spans.length - 1; at >= 0; at -= 1) {
      const span = spans[at];
      if (!span || span.start < start) break;
      turns.set(span.start, index);
    }
  });
  const names = beginning.map(({ name }) => name.toLowerCase());
  let next = beginning.length;
  return end.map(({ name, spans }) => {
    const shared = spans.find((span) => turns.has(span.start));
    if (shared) return turns.get(shared.start) ?? next;
    const lower = name.toLowerCase();
    const equal = names.indexOf(lower);
    if (equal >= 0) return equal;
    const longer = names.flatMap((known, index) => (known.endsWith(` ${lower}`) ? [index] : []));
    if (longer.length === 1 && longer[0] !== undefined) return longer[0];
    if (!spans.some((span) => span.end > until)) return null;
    next += 1;
    return next - 1;
  });
}

/**
 * @param {Settled} settled
 * @param {Parts} end with its spans in the text
 * @param {Place} place
 * @param {(number | null)[]} known
 */
function joinSpeakers({ outline: beginning, until, speaker: running }, end, place, known) {
  const length = place.start + place.text.length;
  const speakers = beginning.speakers.map((speaker) => ({ ...speaker, spans: [...speaker.spans] }));
  let [added, unnamed] = [0, end.stats.words];
  let first = length;
  end.speakers.forEach((speaker, index) => {
    const at = known[index] ?? null;
    unnamed -= speaker.words;
    if (at === null) return;
    const whole = (speakers[at] ??= { ...speaker, words: 0, spans: [] });
    const share = units(speaker.spans, until, length) / Math.max(units(speaker.spans), 1);
    const words = Math.round(speaker.words * share);
    for (const span of within(speaker.spans, until, length)) {
      append(whole.spans, span);
      first = Math.min(first, span.start);
    }
    if (whole.role === "unknown") whole.role = speaker.role;
    whole.words += words;
    added += words;
  });
  // Before the first label of the window speaks who spoke before.
  const spoken = place.text.slice(until - place.start, first - place.start).trimEnd().length;
  const words = Math.round(unnamed * ((first - until) / Math.max(first - place.start, 1)));
  added += words;
  const share = added / Math.max(end.stats.words, 1);
  const whole = running === null ? undefined : speakers[running];
  if (!whole || spoken === 0) return { speakers, words: { added, share }, carried: undefined };
  const carried = { start: until, end: until + spoken };
  append(whole.spans, carried);
  whole.spans.sort((a, b) => a.start - b.start);
  whole.words += words;
  return { speakers, words: { added, share }, carried };
}

/**
 * Appends a turn, or prolongs the last one where it was cut.
 *
 * @param {Span[]} spans
 * @param {Span} span
 */
function append(spans, span) {
  const last = spans.at(-1);
  if (last && last.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
  else spans.push({ ...span });
}

/**
 * Puts all spans of a value elsewhere, and gives all speakers other numbers.
 *
 * @template Value
 * @param {Value} value
 * @param {(at: number) => number} place
 * @param {(speaker: number) => number | null} who
 * @returns {Value}
 */
function relocate(value, place, who) {
  if (typeof value !== "object" || value === null) return value;
  const holder = /** @type {Record<string, any>} */ (value);
  for (const [key, held] of Object.entries(holder)) {
    // Seconds.
    if (key === "time") continue;
    if (key === "start" || key === "end") holder[key] = place(held);
    else if ((key === "speaker" || key === "asker") && held !== null) holder[key] = who(held);
    else if (key === "speakers") holder[key] = [...new Set(held.map(who).filter((/** @type {number | null} */ index) => index !== null))];
    else relocate(held, place, who);
  }
  return value;
}

/**
 * @param {Span[]} spans
 * @param {number} from
 * @param {number} to
 */
const within = (spans, from, to) =>
  spans
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }));

/** The length of spans between two places. @param {Span[]} spans @param {number} [from] @param {number} [to] */
const units = (spans, from = 0, to = Infinity) => sum(within(spans, from, to).map(({ start, end }) => end - start));

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** As the module has it. @param {number} sentences */
const usualNumber = (sentences) => (sentences < 40 ? 5 : sentences < 120 ? 8 : 12);
