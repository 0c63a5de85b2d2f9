// @ts-check
import { escapeMarkup as e } from "./rows.js";

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument";

/**
 * The parts of a Word document around its text: styles, lists, properties.
 * @param {{ title: string, language: string }} about `language`: BCP 47
 * @returns {Record<string, string>}
 */
export const frame = ({ title, language }) => ({
  "[Content_Types].xml":
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    type("/word/document.xml", `${TYPES}.wordprocessingml.document.main+xml`) +
    type("/word/styles.xml", `${TYPES}.wordprocessingml.styles+xml`) +
    type("/word/numbering.xml", `${TYPES}.wordprocessingml.numbering+xml`) +
    type("/word/settings.xml", `${TYPES}.wordprocessingml.settings+xml`) +
    type("/word/footer.xml", `${TYPES}.wordprocessingml.footer+xml`) +
    type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    type("/docProps/app.xml", `${TYPES}.extended-properties+xml`) +
    "</Types>",
  "_rels/.rels":
    `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
    relationship(1, `${OFFICE}/officeDocument`, "word/document.xml") +
    relationship(2, `${RELATIONSHIPS}/metadata/core-properties`, "docProps/core.xml") +
    relationship(3, `${OFFICE}/extended-properties`, "docProps/app.xml") +
    "</Relationships>",
  "docProps/core.xml":
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${e(title)}</dc:title><dc:language>${e(language)}</dc:language></cp:coreProperties>`,
  "docProps/app.xml": `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>speech-outline</Application></Properties>`,
  "word/_rels/document.xml.rels":
    `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">` +
    relationship(1, `${OFFICE}/styles`, "styles.xml") +
    relationship(2, `${OFFICE}/numbering`, "numbering.xml") +
    relationship(3, `${OFFICE}/settings`, "settings.xml") +
    relationship(4, `${OFFICE}/footer`, "footer.xml") +
    "</Relationships>",
  // Without this, Word opens the document in the mode of Word 2007.
  "word/settings.xml":
    `${DECLARATION}<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" ` +
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
  "word/footer.xml":
    `${DECLARATION}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>',
  "word/styles.xml": `${DECLARATION}<w:styles xmlns:w="${WORD}">${defaults(language)}${STYLES}</w:styles>`,
  "word/numbering.xml":
    `${DECLARATION}<w:numbering xmlns:w="${WORD}">${list(0, "bullet", "•")}${list(1, "decimal", "%1.")}` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
});

/** @param {string} part @param {string} is */
const type = (part, is) => `<Override PartName="${part}" ContentType="${is}"/>`;

/** @param {number} id @param {string} is @param {string} to */
const relationship = (id, is, to) => `<Relationship Id="rId${id}" Type="${is}" Target="${to}"/>`;

/** @param {number} id @param {string} format @param {string} mark */
const list = (id, format, mark) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
  `<w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/>` +
  '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>';

/** @param {string} language */
const defaults = (language) =>
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>' +
  `<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${e(language)}"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';

/** The styles that Word does not know of itself. */
const OWN = new Set(["Speakers", "Speaker"]);

/** @param {string} id @param {string} name as Word knows it @param {string} paragraph @param {string} [run] @param {string} [next] */
const style = (id, name, paragraph, run = "", next = "Normal") =>
  `<w:style w:type="paragraph" w:styleId="${id}"${OWN.has(id) ? ' w:customStyle="1"' : ""}><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const QUIET = '<w:color w:val="595959"/>';
const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  style("Title", "Title", '<w:keepNext/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>', '<w:b/><w:sz w:val="40"/>', "Subtitle"),
  style("Subtitle", "Subtitle", '<w:spacing w:after="240"/>', QUIET),
  style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="30"/>'),
  style("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="40"/><w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="24"/>'),
  style("Speakers", "Speakers", '<w:keepNext/><w:spacing w:after="80"/>', QUIET),
  style("Speaker", "Speaker", '<w:keepNext/><w:spacing w:before="80" w:after="0"/>', "", "Quote"),
  style("Quote", "Quote", '<w:spacing w:after="100"/><w:ind w:left="425" w:right="425"/>', "<w:i/>"),
  style("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', "", "ListBullet"),
  style("ListNumber", "List Number", '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/>', "", "ListNumber"),
  style("Footer", "footer", '<w:jc w:val="right"/>', QUIET),
  '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  `<w:style w:type="character" w:styleId="Quiet" w:customStyle="1"><w:name w:val="Quiet"/><w:rPr>${QUIET}</w:rPr></w:style>`,
].join("");
