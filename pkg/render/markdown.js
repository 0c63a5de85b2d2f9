// Outline -> Markdown: the same bytes as the command line writes (src/render/markdown.rs).

/** @import { Exchange, KeyPoint, Outline, Section, Span } from "../types.js" */

import { labelsFor } from "./labels.js";
import { excerpt, spoken, spokenPoint, wordsOf } from "./words.js";

/** @type {typeof import("./markdown.js").renderMarkdown} */
export function renderMarkdown(outline, text, { labels: own, language = "en" } = {}) {
  const labels = labelsFor(language, own);
  const { title, keyPoints, sections } = outline;

  /** @param {number | null} speaker */
  const nameOf = (speaker) => escapeMarkdown((speaker === null ? undefined : outline.speakers[speaker]?.name) ?? "");
  /** @param {KeyPoint} point */
  const pointOf = (point) => {
    const name = nameOf(point.speaker);
    const why = point.reasons.length > 0 ? ` (${point.reasons.join(", ")})` : "";
    return `- ${escapeMarkdown(spokenPoint(outline, point))}${name && ` — ${name}`}${why}\n`;
  };
  /** @param {string} what @param {number | null} speaker @param {Span} span */
  const said = (what, speaker, span) => {
    const name = nameOf(speaker);
    return `\n**${what}**${name && ` (${name})`}: ${escapeMarkdown(excerpt(spoken(outline, span, text ?? "")))}\n`;
  };
  /** @type {(exchange: Exchange) => string} */
  const exchangeOf = ({ asker, question, answers, followUps }) =>
    [
      said(labels.question, asker, question),
      ...answers.map(({ speaker, span }) => said(labels.answer, speaker, span)),
      ...followUps.map(exchangeOf),
    ].join("");
  /** @param {Section} section */
  const headingOf = ({ kind, title }) => (title === "" ? labels[kind] : `${labels[kind]}: ${escapeMarkdown(title)}`);

  const facts = /** @type {const} */ (["source", "date", "place"]).flatMap((name) => {
    const value = outline[name];
    return value === null ? [] : [`- ${labels[name]}: ${escapeMarkdown(value)}\n`];
  });
  const parts = [
    `# ${title === null ? labels.outline : escapeMarkdown(title)}\n`,
    facts.length > 0 && `\n${facts.join("")}`,
    keyPoints.length > 0 && `\n## ${labels.keyPoints}\n\n${keyPoints.map(pointOf).join("")}`,
    sections.length > 0 && `\n## ${labels.sections}\n`,
    ...sections.flatMap((section, index) => [
      `\n### ${index + 1}. ${headingOf(section)}\n`,
      section.speakers.length > 0 && `\n${section.speakers.map(nameOf).join(", ")}\n`,
      // Without the transcript nobody knows the words of a question.
      text !== undefined && section.exchange && exchangeOf(section.exchange),
      section.keyPoints.length > 0 && `\n${section.keyPoints.map(pointOf).join("")}`,
    ]),
  ];
  return parts.filter(Boolean).join("");
}

/** @type {typeof import("./markdown.js").escapeMarkdown} */
export function escapeMarkdown(text) {
  const words = wordsOf(text).map((word) =>
    word
      .replaceAll("\0", "\ufffd")
      .replace(/[\\`*_[\]<~]/g, "\\$&")
      // Only a whole character reference (`&lt;`) is markup: "R&D" stays readable.
      .replaceAll("&", word.includes(";") ? "\\&" : "&"));
  const [first] = words;
  if (first !== undefined) {
    words[0] = first.replace(/^[>#]/, "\\$&").replace(/^(\d*)([.)])$/, "$1\\$2").replace(/^[-+]$/, "\\$&");
  }
  return words.join(" ");
}
