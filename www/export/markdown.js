// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { renderMarkdown } from "../speech-outline/render/markdown.js";
import { strings } from "../strings.js";

/** The outline as Markdown, from an outline that the reader may have corrected. @param {string} text @param {Outline} outline */
export function markdown(text, outline) {
  const { keyPoints, sectionsHeading: sections, question, answer, source, date, place, kinds, page } = strings;
  return renderMarkdown(outline, text, { labels: { outline: page.outline, keyPoints, sections, question, answer, source, date, place, ...kinds } });
}
