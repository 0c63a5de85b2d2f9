import type { Labels } from "../render.js";
import type { Outline } from "../types.js";

export interface MarkdownOptions {
  /** BCP 47 tag of the labels. Default `"en"`. */
  language?: string | undefined;
  /** Labels in place of the language's. */
  labels?: Partial<Labels> | null | undefined;
}

/**
 * The outline as CommonMark. What the transcript says is escaped: it cannot become a link, an image or markup.
 *
 * @param text The transcript, for the words of questions and answers, which are left out without it.
 */
export function renderMarkdown(outline: Outline, text?: string, options?: MarkdownOptions): string;

/** Words as Markdown that reads as them, on one line. */
export function escapeMarkdown(text: string): string;
