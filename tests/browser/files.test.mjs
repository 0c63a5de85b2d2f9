// What people bring: files in every encoding and format.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { outlined, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

/** @param {Page} page */
const text = (page) => page.locator("#text").inputValue();

/** @param {Page} page @param {string} name @param {Buffer} buffer */
async function open(page, name, buffer) {
  await page.locator("#file").setInputFiles({ name, mimeType: "", buffer });
  await outlined(page);
}

const SPOKEN = "MS. REED: Caf\u00e9s and 5 million crowns will be served.";
const littleEndian = Buffer.from(SPOKEN, "utf16le");
for (const [what, bytes] of /** @type {const} */ ([
  ["UTF-8", Buffer.from(SPOKEN)],
  ["Windows-1252", Buffer.from(SPOKEN, "latin1")],
  ["UTF-16 without a mark, little-endian", littleEndian],
  ["UTF-16 without a mark, big-endian", Buffer.from(littleEndian).swap16()],
])) {
  test(`a file in ${what} is read`, () =>
    withPage(async (page) => {
      await open(page, "a.txt", bytes);
      assert.equal(await text(page), SPOKEN);
    }));
}

test("the file chooser offers every format that is read", () =>
  withPage(async (page) => {
    const accept = (await page.locator("#file").getAttribute("accept"))?.split(",") ?? [];
    for (const ending of [".txt", ".vtt", ".srt", ".sbv", ".md", ".html", ".htm", ".docx"]) assert.ok(accept.includes(ending), ending);
  }));

/** A ZIP archive of one deflated file. @param {string} name @param {string} content */
function archive(name, content) {
  const data = deflateRawSync(content);
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), about, Buffer.from(name), data]);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), about, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

test("a Word document gives its paragraphs, headings and list items", () =>
  withPage(async (page) => {
    const run = (/** @type {string} */ words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run("Harbour briefing")}</w:p><w:p/>
      <w:p>${run("MS. REED: ")}${run("We start")}<w:r><w:br/><w:t>12 boats &amp; a pier.</w:t></w:r><w:del><w:r><w:delText>Never.</w:delText></w:r></w:del></w:p>
      <w:p><w:pPr><w:numPr/></w:pPr>${run("One")}</w:p></w:body></w:document>`;
    await open(page, "a.docx", archive("word/document.xml", document));
    assert.equal(await text(page), "# Harbour briefing\n\nMS. REED: We start\n12 boats & a pier.\n\n- One");
  }));

for (const [what, bytes] of /** @type {const} */ ([
  ["another archive", archive("readme.txt", "Hello")],
  ["a broken archive", Buffer.from("PK\x03\x04 and nothing else")],
])) {
  test(`${what} is no transcript, and the page says so`, () =>
    withPage(async (page) => {
      await page.locator("#file").setInputFiles({ name: "a.docx", mimeType: "", buffer: bytes });
      await page.locator("#message", { hasText: "could not be read" }).waitFor();
    }));
}
