// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { escapeMarkup as e, rows } from "./rows.js";

/** The outline for outliners and mind maps (OPML 2.0). @param {string} text @param {Outline} outline */
export function opml(text, outline) {
  const { title, points, sections } = rows(text, outline);
  const leaf = (/** @type {string} */ words) => `<outline text="${e(words)}"/>`;
  const branch = (/** @type {string} */ name, /** @type {string[]} */ words) =>
    `    <outline text="${e(name)}">${words.map(leaf).join("")}</outline>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>${e(title ?? strings.noTitle)}</title></head>
  <body>
${branch(strings.keyPoints, points.map((point) => point.text))}
${sections
  .map((section, index) =>
    branch(`${index + 1}. ${section.heading}`, [
      ...section.said.map(({ what, speaker, words }) => `${what}${speaker && ` (${speaker})`}: ${words}`),
      ...section.points.map((point) => point.text),
    ]),
  )
  .join("\n")}
  </body>
</opml>
`;
}
