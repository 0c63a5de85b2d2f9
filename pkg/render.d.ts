import type { Outline, SectionKind } from "./types.js";

export { escapeMarkdown, type MarkdownOptions, renderMarkdown } from "./render/markdown.js";

/** What stands around the words of the transcript. `{percent}` and `{minutes}` are filled in. */
export interface Labels extends Record<SectionKind, string> {
  /** The title of a document whose transcript has none. */
  outline: string;
  /** The heading of the whole. */
  heading: string;
  keyPoints: string;
  sections: string;
  /** The heading of the sections in HTML. */
  bySection: string;
  /** What opens the key points, question and answers of a section. */
  details: string;
  question: string;
  answer: string;
  /** Said of a section with little confidence; `{percent}` stands for how much. */
  unsure: string;
  /** `{minutes}` stands for how many. */
  minutes: string;
  transcript: string;
  source: string;
  date: string;
  place: string;
  /** The element only, as are the errors. */
  loading: string;
  error: string;
  "error-src": string;
  "error-too-large": string;
  "error-wasm-unavailable": string;
}

/** The labels that come with the package, by language: of these, `language` chooses one by its first subtag. */
export const labels: Record<"en" | "de" | "fr" | "es", Labels>;

export interface HtmlOptions {
  /**
   * The transcript. With it, questions and answers are shown in words, and every line has a text fragment
   * (`#:~:text=`) that leads to its place without a script.
   */
  text?: string | undefined;
  /** Every id starts with it. Default `"outline"`. */
  id?: string | undefined;
  /** The address of the page with the transcript. Default: the page that the outline is in. */
  url?: string | undefined;
  /** The address of the transcript, for the `cite` of quotations. */
  cite?: string | undefined;
  /** `false`: lines are no links. Default `true`. */
  links?: boolean | undefined;
  /** Default: the label `heading`. */
  heading?: string | undefined;
  /** From 1 to 6; what is below has the next level. Default 2. */
  headingLevel?: number | undefined;
  /** Whether the sections are folded away at first. Default `false`. */
  collapsed?: boolean | undefined;
  /** BCP 47 tag of the labels. Default `"en"`. */
  language?: string | undefined;
  /** Labels in place of the language's. */
  labels?: Partial<Labels> | null | undefined;
}

/**
 * The outline as semantic HTML. What the transcript says is escaped. Every part has a class
 * (`speech-outline-key-point`); ids are stable: `outline-3` is the third section, `outline-point-1` the first key point.
 */
export function renderHtml(outline: Outline, options?: HtmlOptions): string;

export interface ElementOptions extends Omit<HtmlOptions, "links" | "url"> {
  /** Becomes the id of the element, and every id in it starts with it. */
  id?: string | undefined;
  /** The id of the transcript's element in the page. */
  for?: string | undefined;
  /** The address of the package's `element.css`, so that the outline is styled before any script runs. */
  stylesheet?: string | undefined;
  /** HTML that stands in the element, such as the transcript itself. It is not escaped. */
  content?: string | undefined;
}

/**
 * A `<speech-outline>` that shows the outline before any script runs, by declarative shadow DOM; the element then takes
 * over what is there.
 */
export function renderElement(outline: Outline, options?: ElementOptions): string;

export interface JsonLdOptions {
  /** The address of the page with the transcript. */
  url?: string | undefined;
  /** Default: the title of the transcript. */
  name?: string | undefined;
  /** The transcript, for the words of questions and answers. */
  text?: string | undefined;
  /** ISO 8601. The outline's own date is as written in the transcript, which is no date to schema.org. */
  datePublished?: string | undefined;
  /** The `id` that `renderHtml()` was called with. Default `"outline"`. */
  id?: string | undefined;
}

/** A schema.org `CreativeWork`: sections are its parts; questions, answers and quotations theirs. */
export interface JsonLd {
  "@context": "https://schema.org";
  "@type": "CreativeWork";
  [property: string]: unknown;
}

/** The outline as schema.org data. */
export function describeJsonLd(outline: Outline, options?: JsonLdOptions): JsonLd;

/** The same as JSON that can stand in `<script type="application/ld+json">` as it is. */
export function renderJsonLd(outline: Outline, options?: JsonLdOptions): string;
