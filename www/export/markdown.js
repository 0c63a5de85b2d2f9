// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { renderMarkdown } from "../speech-outline/render.js";

/** The outline as Markdown, from an outline that the reader may have corrected. @param {string} text @param {Outline} outline */
export const markdown = (text, outline) => renderMarkdown(outline, text);
