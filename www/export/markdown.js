// @ts-check
/** @import { Exchange, KeyPoint, Outline, Section, Span } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { excerpt, spoken, wordsOf } from "../text.js";

/**
 * The outline as Markdown: the same bytes as the command line writes (src/render/markdown.rs), but from an outline
 * that the reader may have corrected.
 * @param {string} text
 * @param {Outline} outline
 * @returns {string}
 */
export function markdown(text, outline) {
  const { title, source, date, place, keyPoints, sections } = outline;
  const facts = Object.entries({ Source: source, Date: date, Place: place });
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [`- ${name}: ${escaped(value)}\n`]));
  /** @type {(point: KeyPoint) => string} */
  const pointOf = (point) => keyPoint(point, text, outline);
  const parts = [
    `# ${title === null ? "Outline" : escaped(title)}\n`,
    known.length > 0 && `\n${known.join("")}`,
    keyPoints.length > 0 && `\n## Key points\n\n${keyPoints.map(pointOf).join("")}`,
    sections.length > 0 && "\n## Sections\n",
    ...sections.flatMap((section, index) => [
      `\n### ${index + 1}. ${headingOf(section)}\n`,
      section.speakers.length > 0 && `\n${section.speakers.map((speaker) => nameOf(outline, speaker)).join(", ")}\n`,
      section.exchange && exchangeOf(section.exchange, text, outline),
      section.keyPoints.length > 0 && `\n${section.keyPoints.map(pointOf).join("")}`,
    ]),
  ];
  return parts.filter(Boolean).join("");
}

/** @param {Section} section */
function headingOf({ kind, title }) {
  return title === "" ? strings.kinds[kind] : `${strings.kinds[kind]}: ${escaped(title)}`;
}

/** @param {Outline} outline @param {number | null} speaker */
const nameOf = (outline, speaker) => escaped((speaker === null ? undefined : outline.speakers[speaker]?.name) ?? "");

/** @param {KeyPoint} point @param {string} text @param {Outline} outline */
function keyPoint({ span, speaker, reasons }, text, outline) {
  const name = nameOf(outline, speaker);
  const why = reasons.length > 0 ? ` (${reasons.join(", ")})` : "";
  return `- ${escaped(spoken(text, outline, span))}${name && ` — ${name}`}${why}\n`;
}

/** @param {Exchange} exchange @param {string} text @param {Outline} outline @returns {string} */
function exchangeOf({ asker, question, answers, followUps }, text, outline) {
  /** @type {(what: string, speaker: number | null, span: Span) => string} */
  const said = (what, speaker, span) => {
    const name = nameOf(outline, speaker);
    return `\n**${what}**${name && ` (${name})`}: ${escaped(excerpt(spoken(text, outline, span)))}\n`;
  };
  return [
    said("Question", asker, question),
    ...answers.map(({ speaker, span }) => said("Answer", speaker, span)),
    ...followUps.map((followUp) => exchangeOf(followUp, text, outline)),
  ].join("");
}

/**
 * Words as Markdown that reads as them: on one line, nothing in them taken for markup.
 * @param {string} text
 */
export function escaped(text) {
  const words = wordsOf(text).map((word) =>
    word
      .replaceAll("\0", "\ufffd")
      .replace(/[\\`*_[\]<~]/g, "\\$&")
      .replaceAll("&", word.includes(";") ? "\\&" : "&"),
  );
  const [first] = words;
  if (first !== undefined) {
    words[0] = first.replace(/^[>#]/, "\\$&").replace(/^(\d*)([.)])$/, "$1\\$2").replace(/^[-+]$/, "\\$&");
  }
  return words.join(" ");
}
