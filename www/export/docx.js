// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { language, strings } from "../strings.js";
import { DECLARATION, frame, WORD } from "./docx-frame.js";
import { escapeMarkup as e, rows } from "./rows.js";
import { zip } from "./zip.js";

/**
 * The outline for Word and its like (Office Open XML): headings that make a navigation pane, real lists, quotations in a
 * style of their own, the words marked with the language that they are in.
 * @param {string} text
 * @param {Outline} outline
 */
export function docx(text, outline) {
  const { title } = rows(text, outline);
  return zip({
    ...frame({ title: title ?? strings.noTitle, language: spokenIn(outline) }),
    "word/document.xml": `${DECLARATION}<w:document xmlns:w="${WORD}"><w:body>${body(text, outline)}${PAGE}</w:body></w:document>`,
  });
}

/** The transcript's language; that of the page where it is not known. @param {Outline} outline */
const spokenIn = (outline) => (outline.language === "und" ? language : outline.language);

/** A4 with 2.5 cm around, and the number of the page at its foot. */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

/** @typedef {{ text: string, style?: "Strong" | "Quiet" }} Run */

/** @param {string} text @param {Outline} outline */
function body(text, outline) {
  const { title, facts, points, sections } = rows(text, outline);
  /** @type {(style: string, named: boolean) => (point: (typeof points)[number]) => string} */
  const item = (style, named) => ({ text, speaker, reasons }) => {
    const about = [named && speaker, ...reasons.map((reason) => strings.reasons[reason] ?? reason)].filter(Boolean);
    return paragraph(style, [{ text }, { text: about.length > 0 ? ` — ${about.join(" · ")}` : "", style: "Quiet" }]);
  };
  return [
    paragraph("Title", [{ text: title ?? strings.noTitle }]),
    facts.length > 0 && paragraph("Subtitle", [{ text: facts.join(" · ") }]),
    points.length > 0 && label("Heading1", strings.keyPoints),
    ...points.map(item("ListNumber", true)),
    label("Heading1", strings.sectionsHeading),
    ...sections.flatMap((section, index) => [
      paragraph("Heading2", [{ text: `${index + 1}. ${section.heading}` }]),
      section.speakers !== "" && paragraph("Speakers", [{ text: section.speakers }]),
      ...section.said.flatMap(({ what, speaker, words }) => [
        paragraph("Speaker", [{ text: what, style: "Strong" }, { text: speaker && ` · ${speaker}` }]),
        paragraph("Quote", [{ text: words }]),
      ]),
      ...section.points.map(item("ListBullet", section.section.speakers.length > 1)),
    ]),
  ]
    .filter(Boolean)
    .join("");
}

/** A heading in the language of the page. @param {string} style @param {string} text */
const label = (style, text) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:rPr><w:lang w:val="${language}"/></w:rPr><w:t>${e(text)}</w:t></w:r></w:p>`;

/** @param {string} style @param {Run[]} runs */
function paragraph(style, runs) {
  const written = runs
    .filter(({ text }) => text !== "")
    .map(({ text, style }) => `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ""}<w:t xml:space="preserve">${e(text)}</w:t></w:r>`);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${written.join("")}</w:p>`;
}
