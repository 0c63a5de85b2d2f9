// What people bring: files in every encoding, rich pastes, and formats that the reader corrects.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { outlined, paste, withPage } from "./harness.mjs";

/** @import { Page } from "playwright-core" */

/** @param {Page} page */
const text = (page) => page.locator("#text").inputValue();

/** @param {Page} page @param {string} name @param {Buffer} buffer */
async function open(page, name, buffer) {
  await page.locator("#file").setInputFiles({ name, mimeType: "", buffer });
  await outlined(page);
}

/** Pastes what a browser puts on the clipboard. @param {Page} page @param {{ html: string, plain: string }} content */
const pasteRich = (page, content) =>
  page.evaluate(({ html, plain }) => {
    const box = document.querySelector("textarea");
    if (!box) throw new Error("there is no text box");
    box.focus();
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    data.setData("text/html", html);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (!box.dispatchEvent(event)) return;
    box.setRangeText(plain, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, content);

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

const RICH = `<html><head><style>p { color: red }</style><title>Not this</title></head><body><!--StartFragment-->
  <h1 style="color: red">Harbour <em>briefing</em></h1><p>4 May 2026</p>
  <h2>Ferries</h2>
  <p style="margin: 0"><b>MS. REED:</b> Good
  morning.<br>We start today.</p>
  <ul><li>12 new boats</li><li><p>One <i>pier</i></p><ul><li>with a roof</li></ul></li><li> </li></ul>
  <script>alert(1)</script><img src="https://example.invalid/x.png" onerror="alert(1)"><link rel="stylesheet" href="https://example.invalid/x.css">
  <div>QUESTION: When?</div><div>MS. REED: In June &amp; July, if 1 &lt; 2.</div><!--EndFragment--></body></html>`;
const AS_TEXT = [
  "# Harbour briefing",
  "4 May 2026",
  "## Ferries",
  "MS. REED: Good morning.\nWe start today.",
  "- 12 new boats\n- One pier\n- with a roof",
  "QUESTION: When?\nMS. REED: In June & July, if 1 < 2.",
].join("\n\n");

test("a rich paste keeps headings, lists, paragraphs and lines, and runs and loads nothing", () =>
  withPage(async (page) => {
    await pasteRich(page, { html: RICH, plain: AS_TEXT.replace(/^[#-]+ /gm, "") });
    await outlined(page);
    assert.equal(await text(page), AS_TEXT);
    assert.equal(await page.locator("#reader").isVisible(), true);
  }));

test("a rich paste into a text goes where the cursor is", () =>
  withPage(async (page) => {
    await page.locator("#text").fill("MS. REED: Before. After.");
    await outlined(page);
    await page.locator("#text").evaluate((box) => box instanceof HTMLTextAreaElement && box.setSelectionRange(18, 18));
    await pasteRich(page, { html: "<ul><li>One</li><li>Two</li></ul>", plain: "One\nTwo" });
    assert.equal(await text(page), "MS. REED: Before. - One\n- TwoAfter.");
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), "MS. REED: Before. After.", "the browser's undo takes it back");
  }));

for (const [what, html] of [
  ["without structure", "<meta charset=utf-8><span style=\"color: red\">MS. REED: Plain words it is, all of them.</span>"],
  ["that would lose words", "<p>MS. REED: Plain words</p>"],
]) {
  test(`a rich paste ${what} gives the plain text`, () =>
    withPage(async (page) => {
      await pasteRich(page, { html: html ?? "", plain: "MS. REED: Plain words it is, all of them." });
      await outlined(page);
      assert.equal(await text(page), "MS. REED: Plain words it is, all of them.");
    }));
}

test("the format is shown, can be changed by keyboard, and is kept with the text", () =>
  withPage(async (page) => {
    const shown = () => page.locator("#format option:checked").textContent();
    assert.equal(await page.locator("#format").isVisible(), false);
    await paste(page, "WEBVTT\n\n00:01.000 --> 00:04.000\nWe start 12 boats in June.\n\n00:05.000 --> 00:09.000\nThe cost is 5 million crowns.\n");
    await outlined(page);
    assert.equal(await shown(), "WebVTT, recognised");
    const words = await page.locator("#count").textContent();
    const format = page.getByRole("combobox", { name: "Format of the transcript" });
    await format.focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((words) => document.querySelector("#count")?.textContent !== words, words);
    assert.equal(await shown(), "plain text");
    assert.equal(await page.locator("#status").textContent(), "Read as plain text.");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "format");
    await page.waitForTimeout(600);
    await page.reload();
    await outlined(page);
    assert.equal(await shown(), "plain text");
    await page.locator("#format").selectOption("auto");
    await page.waitForFunction((words) => document.querySelector("#count")?.textContent === words, words);
    assert.equal(await shown(), "WebVTT, recognised");
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
