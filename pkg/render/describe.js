// Outline -> what stands in a page: one description, of which html.js makes markup and the element makes nodes.

/**
 * @import { Exchange, KeyPoint, Outline, Section, Span } from "../types.js"
 * @import { HtmlOptions } from "../render.js"
 */

import { labelsFor } from "./labels.js";
import { clean, clock, excerpt, spoken, spokenPoint, wordsOf } from "./words.js";

/**
 * @typedef {{ [name: string]: string | boolean | undefined }} Attributes
 * @typedef {string | false | undefined | [tag: string, attributes: Attributes, ...children: Description[]]} Description
 */

/** Below this, a section says that it is not sure of itself. */
const LOW_CONFIDENCE = 0.5;

/** So many words say where a place is, where all its words would be too many. */
const EDGE = 5;

/** In so many characters before a place, the words are looked for that stand there. */
const BEFORE = 80;

/**
 * @param {Outline} outline
 * @param {HtmlOptions & { slots?: boolean }} options `slots`: as the content of the element's shadow tree
 * @returns {Description}
 */
export function describe(outline, options) {
  const { text, id = "outline", url = "", links = true, headingLevel = 2, heading, slots = false } = options;
  const labels = labelsFor(options.language ?? "en", options.labels);
  const h = (/** @type {number} */ below) => `h${Math.min(6, Math.max(1, Math.trunc(headingLevel)) + below)}`;
  const length = String(outline.sections.at(-1)?.span.end ?? 0);
  // The words have a language and a direction of their own, whatever the page's.
  const own = { lang: outline.language === "und" ? undefined : outline.language, dir: "auto" };

  /** @param {number | null} speaker */
  const nameOf = (speaker) => clean((speaker === null ? undefined : outline.speakers[speaker]?.name) ?? "");

  /**
   * A line that leads to its place in the transcript: by script, or else by its text fragment.
   *
   * @param {string} name its id
   * @param {string} part
   * @param {Span} span
   * @param {Description} content
   * @param {Attributes} [manner] of the content
   * @returns {Description}
   */
  const line = (name, part, span, content, manner = own) => {
    if (!links) return ["span", { part, id: `${id}-${name}`, ...manner }, content];
    const directive = text === undefined ? "" : textDirective(outline, span, text);
    const href = `${url}#${id}-${name}${directive && `:~:${directive}`}`;
    return ["a", { part: `line ${part}`, id: `${id}-${name}`, href, "data-span": `${span.start}-${span.end}`, ...manner }, content];
  };

  /** The part of who spoke: what stands before has said it already. @param {string} part @param {boolean} isRepeated */
  const unless = (part, isRepeated) => (isRepeated ? `${part} repeated` : part);

  /** @param {KeyPoint} point @param {string} name @param {number | null} [before] who spoke before @returns {Description} */
  const pointOf = (point, name, before) => {
    const speaker = nameOf(point.speaker);
    const context = text !== undefined && point.context && clean(spoken(outline, point.context, text));
    return [
      "li",
      { part: "key-point" },
      context && ["span", { part: "context", ...own }, `${context} `],
      line(name, "quote", point.span, ["q", { cite: options.cite }, clean(spokenPoint(outline, point))]),
      speaker && " ",
      speaker && ["cite", { part: unless("speaker", before === point.speaker) }, speaker],
    ];
  };

  /** @param {KeyPoint[]} points @param {string} name @param {number | null} [before] who spoke before @returns {Description} */
  const pointsOf = (points, name, before) =>
    points.length > 0 && [
      "ul",
      { part: "key-points" },
      ...points.map((point, at) => pointOf(point, `${name}point-${at + 1}`, at > 0 ? points[at - 1]?.speaker : before)),
    ];

  /**
   * The words up to the first key point, which stands below: quoted twice, a text directive would find it here.
   *
   * @param {Span} span
   * @param {KeyPoint[]} points
   * @param {string} text
   */
  const saidBefore = ({ start, end }, points, text) => {
    const until = points.map(({ span }) => span.start).filter((point) => point > start).reduce((a, b) => Math.min(a, b), end);
    const words = excerpt(spoken(outline, { start, end: until }, text));
    return until < end && !words.endsWith("…") ? `${words} …` : words;
  };

  /** @param {Section} section @param {Exchange} exchange @param {string} name @returns {Description[]} */
  const exchangeOf = ({ keyPoints }, exchange, name) => {
    let [questions, answers] = [0, 0];
    /** @param {string} label @param {string} name @param {number | null} speaker @param {Span} span @returns {Description} */
    const said = (label, name, speaker, span) => {
      const words = text === undefined ? undefined : saidBefore(span, keyPoints, text);
      const who = nameOf(speaker);
      return [
        "li",
        { part: "said" },
        ["b", { part: "label" }, label],
        // "Question: QUESTION" would say nothing.
        who.toLowerCase() !== label.toLowerCase() && ["cite", { part: "speaker" }, ` ${who}`],
        " ",
        words === undefined ? line(name, "words", span, who || label, {}) : line(name, "words", span, clean(words)),
      ];
    };
    /** @param {Exchange} exchange @returns {Description[]} */
    const all = ({ asker, question, answers: given, followUps }) => [
      said(labels.question, `${name}question-${(questions += 1)}`, asker, question),
      ...given.map(({ speaker, span }) => said(labels.answer, `${name}answer-${(answers += 1)}`, speaker, span)),
      ...followUps.flatMap(all),
    ];
    return [["ol", { part: "exchange" }, ...all(exchange)]];
  };

  /** @param {Section} section @param {number} at @returns {Description} */
  const sectionOf = (section, at) => {
    const { kind, title, span, speakers, confidence, keyPoints, exchange, time } = section;
    const before = outline.sections[at - 1]?.speakers;
    const name = String(at + 1);
    const percent = new Intl.NumberFormat(options.language ?? "en", { style: "percent" }).format(confidence);
    const unsure = confidence < LOW_CONFIDENCE && labels.unsure.replace("{percent}", percent);
    const names = speakers.map(nameOf).filter(Boolean).join(", ");
    return [
      "li",
      { part: `section ${kind}` },
      [
        "p",
        { part: "meta" },
        title && ["span", { part: "kind" }, labels[kind]],
        names && ["span", { part: unless("speakers", String(before) === String(speakers)) }, names],
        time && ["span", { part: "time" }, clock(time.start)],
        unsure && ["span", { part: "unsure" }, unsure],
      ],
      line(name, "title", span, clean(title) || labels[kind], title ? own : {}),
      (exchange || keyPoints.length > 0) && [
        "details",
        { part: "details" },
        ["summary", { part: "details-summary", id: `${id}-${name}-details`, "aria-labelledby": `${id}-${name}-details ${id}-${name}` }, labels.details],
        ...(exchange ? exchangeOf(section, exchange, `${name}-`) : []),
        pointsOf(keyPoints, `${name}-`, speakers.length === 1 ? speakers[0] : undefined),
      ],
    ];
  };

  const { title, date, place, source, stats } = outline;
  const [speaker] = new Set(outline.keyPoints.map((point) => point.speaker)).size === 1 ? outline.keyPoints.map((point) => point.speaker) : [];
  const about = [title, date, place, source].flatMap((fact) => (fact === null ? [] : [clean(fact)]));
  if (speaker !== undefined && nameOf(speaker)) about.unshift(nameOf(speaker));
  const minutes = labels.minutes.replace("{minutes}", String(stats.readingMinutes));
  const name = heading ?? labels.heading;
  // Front matter is nothing that was said: what it tells stands below the heading.
  const sections = outline.sections.flatMap((section, at) => (section.kind === "front-matter" ? [] : [sectionOf(section, at)]));
  return [
    "nav",
    { part: "outline", "aria-labelledby": `${id}-heading`, "data-length": length },
    [h(0), { part: "heading", id: `${id}-heading` }, slots ? ["slot", { name: "heading" }, name] : name],
    ["p", { part: "about" }, ...[...about, minutes].map((fact) => /** @type {Description} */ (["span", {}, fact]))],
    outline.keyPoints.length > 0 && [h(1), { part: "subheading" }, labels.keyPoints],
    pointsOf(outline.keyPoints, "", speaker),
    sections.length > 0 && [
      "details",
      { part: "sections", open: !options.collapsed },
      ["summary", { part: "sections-summary" }, [h(1), { part: "subheading" }, labels.bySection, " ", ["span", { part: "count" }, String(sections.length)]]],
      ["ol", { part: "section-list" }, ...sections],
    ],
    slots && ["slot", { name: "footer" }],
  ];
}

/**
 * A text directive (`text=before-,start,end`) that leads to the words of a span in any page that holds them. The words
 * before tell the place from a quotation of it, such as the outline itself. Each is taken of one line, since a
 * directive's words must not run across paragraphs.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 * @param {Outline} outline
 * @param {Span} span
 * @param {string} text
 */
function textDirective(outline, span, text) {
  const lines = linesOf(spoken(outline, span, text)).map(wordsOf);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return "";
  const start = Math.max(0, span.start - BEFORE);
  const before = spoken(outline, { start, end: span.start }, text).replace(start > 0 ? /^\S*/ : "", "");
  const words = wordsOf(linesOf(before).at(-1) ?? "");
  const prefix = words.length > 0 ? `${encoded(words.slice(-EDGE))}-,` : "";
  if (lines.length === 1 && first.length <= 2 * EDGE) return `text=${prefix}${encoded(first)}`;
  return `text=${prefix}${encoded(first.slice(0, EDGE))},${encoded(last.slice(-EDGE))}`;
}

/** @param {string[]} words */
const encoded = (words) => encodeURIComponent(words.join(" ").replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("-", "%2D");

/**
 * The lines that a reader sees: none that is only a number, a time or a header of a caption file.
 *
 * @param {string} words
 */
export const linesOf = (words) => words.split("\n").filter((line) => /\p{L}/u.test(line) && !/-->|^(WEBVTT|NOTE)\b/.test(line));
