// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { escapeMarkup as e, rows } from "./rows.js";
import { zip } from "./zip.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The outline for Word and its like (Office Open XML). @param {string} text @param {Outline} outline */
export function docx(text, outline) {
  return zip({ ...FRAME, "word/document.xml": `${DECLARATION}<w:document xmlns:w="${WORD}"><w:body>${body(text, outline)}</w:body></w:document>` });
}

/** @param {string} text @param {Outline} outline */
function body(text, outline) {
  const { title, facts, points, sections } = rows(text, outline);
  /** @type {(point: (typeof points)[number]) => string} */
  const item = ({ text, speaker }) => paragraph("ListBullet", [{ text: `${text} ` }, { text: speaker, quiet: true }]);
  return [
    paragraph("Title", [{ text: title ?? strings.noTitle }]),
    paragraph("Normal", [{ text: facts.join(" · "), quiet: true }]),
    paragraph("Heading1", [{ text: strings.keyPoints }]),
    ...points.map(item),
    paragraph("Heading1", [{ text: strings.sectionsHeading }]),
    ...sections.flatMap((section, index) => [
      paragraph("Heading2", [{ text: `${index + 1}. ${section.heading}` }]),
      paragraph("Normal", [{ text: section.speakers, quiet: true }]),
      ...section.said.map(({ what, speaker, words }) =>
        paragraph("Normal", [{ text: `${what}${speaker && ` (${speaker})`}: `, bold: true }, { text: words }]),
      ),
      ...section.points.map(item),
    ]),
  ].join("");
}

/** @param {string} style @param {{ text: string, bold?: boolean, quiet?: boolean }[]} runs */
function paragraph(style, runs) {
  const written = runs.filter(({ text }) => text !== "").map(({ text, bold, quiet }) => {
    const look = `${bold ? "<w:b/>" : ""}${quiet ? '<w:color w:val="666666"/>' : ""}`;
    return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${e(text)}</w:t></w:r>`;
  });
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${written.join("")}</w:p>`;
}

/** @param {string} id @param {string} name @param {number} size in half points @param {string} [look] */
const heading = (id, name, size, look = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
  `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>${look}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The parts of a document that are always the same. */
const FRAME = {
  "[Content_Types].xml":
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>` +
    `<Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
    `<Override PartName="/word/numbering.xml" ContentType="${TYPES}.numbering+xml"/></Types>`,
  "_rels/.rels":
    `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/_rels/document.xml.rels":
    `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
  "word/styles.xml":
    `${DECLARATION}<w:styles xmlns:w="${WORD}">` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>' +
    heading("Title", "Title", 36) +
    heading("Heading1", "heading 1", 28, '<w:outlineLvl w:val="0"/>') +
    heading("Heading2", "heading 2", 24, '<w:outlineLvl w:val="1"/>') +
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
  "word/numbering.xml":
    `${DECLARATION}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>` +
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
};
