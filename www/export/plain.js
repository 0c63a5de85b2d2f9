// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { rows } from "./rows.js";

/** The outline as plain text, for a message or a note. @param {string} text @param {Outline} outline */
export function plain(text, outline) {
  const { title, facts, points, sections } = rows(text, outline);
  return [
    title ?? strings.noTitle,
    facts.join(", "),
    "",
    strings.keyPoints.toUpperCase(),
    ...points.map((point, index) => `${index + 1}. ${point.text}${point.speaker && ` (${point.speaker})`}`),
    "",
    strings.sectionsHeading.toUpperCase(),
    ...sections.flatMap((section, index) => [
      `${index + 1}. ${section.heading}${section.speakers && ` (${section.speakers})`}`,
      ...section.said.map(({ what, speaker, words }) => `   ${what}${speaker && `, ${speaker}`}: ${words}`),
      ...section.points.map((point) => `   - ${point.text}`),
    ]),
    "",
  ].join("\n");
}
