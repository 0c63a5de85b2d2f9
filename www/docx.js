// @ts-check
// Reads Word documents. Loaded when the first one is opened.
import { inflated } from "./inflate.js";
import { parsed } from "./trusted.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** A document that unpacks to more bytes than this is no transcript. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The paragraphs of a Word document, headings and list items marked as in Markdown.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @throws if it is no Word document
 */
export async function textOfWord(bytes) {
  const xml = new TextDecoder("utf-8", { fatal: true }).decode(await unzipped(bytes, "word/document.xml"));
  const document = parsed(xml, "application/xml");
  if (document.documentElement.namespaceURI !== WORD) throw new TypeError("not a Word document");
  return [...document.getElementsByTagNameNS(WORD, "p")].map(paragraph).filter((text) => text.trim() !== "").join("\n\n");
}

/** @param {Element} paragraph */
function paragraph(paragraph) {
  const style = paragraph.getElementsByTagNameNS(WORD, "pStyle")[0]?.getAttributeNS(WORD, "val") ?? "";
  const level = style === "Title" ? 1 : Number(/^Heading([1-6])$/.exec(style)?.[1] ?? 0);
  const item = paragraph.getElementsByTagNameNS(WORD, "numPr").length > 0;
  let text = level > 0 ? `${"#".repeat(level)} ` : item ? "- " : "";
  for (const run of paragraph.getElementsByTagNameNS(WORD, "r")) {
    // A text box has paragraphs of its own.
    if (run.closest("p") !== paragraph) continue;
    for (const part of run.children) {
      if (part.localName === "t") text += part.textContent;
      else if (part.localName === "tab") text += "\t";
      else if (part.localName === "br" || part.localName === "cr") text += "\n";
      else if (part.localName === "noBreakHyphen") text += "-";
    }
  }
  return text;
}

/**
 * One file of a ZIP archive.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} wanted its name
 */
async function unzipped(bytes, wanted) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    if (name === undefined || extra === undefined || comment === undefined) break;
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)) === wanted) {
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + view.getUint32(at + 20, true));
      return view.getUint16(at + 10, true) === 0 ? data : inflated(data, MAX_BYTES);
    }
    at += 46 + name + extra + comment;
  }
  throw new TypeError(`the archive has no ${wanted}`);
}
