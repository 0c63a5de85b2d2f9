// @ts-check
/** @import { Exchange, KeyPoint, Outline, Span } from "../speech-outline/index.js" */
import { clean, excerpt, spoken } from "../speech-outline/render/words.js";
import { strings } from "../strings.js";

/**
 * The outline as the lines that a document shows, each on one line and free of characters that no format can carry:
 * what the exports have in common.
 * @param {string} text
 * @param {Outline} outline
 */
export function rows(text, outline) {
  /** @type {(speaker: number | null) => string} */
  const nameOf = (speaker) => clean((speaker === null ? undefined : outline.speakers[speaker]?.name) ?? "");
  /** @type {(point: KeyPoint) => { text: string, speaker: string, reasons: KeyPoint["reasons"], point: KeyPoint }} */
  const pointOf = (point) => ({ text: clean(spoken(outline, point.span, text)), speaker: nameOf(point.speaker), reasons: point.reasons, point });
  /** @type {(what: string, speaker: number | null, span: Span) => { what: string, speaker: string, words: string }} */
  const line = (what, speaker, span) => ({ what, speaker: nameOf(speaker), words: clean(excerpt(spoken(outline, span, text))) });
  /** @type {(exchange: Exchange) => ReturnType<typeof line>[]} */
  const said = ({ asker, question, answers, followUps }) => [
    line(strings.question, asker, question),
    ...answers.map(({ speaker, span }) => line(strings.answer, speaker, span)),
    ...followUps.flatMap(said),
  ];
  const { title, date, place, source } = outline;
  return {
    title: title === null ? null : clean(title),
    facts: [date, place, source].filter((fact) => fact !== null).map(clean),
    points: outline.keyPoints.map(pointOf),
    sections: outline.sections.map((section) => ({
      kind: strings.kinds[section.kind],
      title: clean(section.title),
      heading: strings.kinds[section.kind] + (section.title && `: ${clean(section.title)}`),
      speakers: section.speakers.map(nameOf).join(", "),
      said: section.exchange ? said(section.exchange) : [],
      points: section.keyPoints.map(pointOf),
      section,
    })),
  };
}

/** @param {string} text */
export const escapeMarkup = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
