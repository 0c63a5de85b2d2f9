// What is taken away: every format, and that none lets the transcript become markup, a formula or a broken file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { crc32 } from "node:zlib";

import { Parser } from "commonmark";

import { renderHtml, renderJsonLd, renderMarkdown } from "../../pkg/render.js";
import { outlined, paste, site, withBlankPage, withPage } from "./harness.mjs";
import { csv, docx, fileName, html, opml, plain, quotation, svg } from "./modules.mjs";
import { named, outlineOf, payloads } from "./payloads.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

/** The files of an archive that compresses none; fails where a check sum is wrong. @param {Uint8Array} bytes */
function unzipped(bytes) {
  const archive = Buffer.from(bytes);
  const files = [];
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const [sum, size, nameLength] = [archive.readUInt32LE(at + 14), archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const data = archive.subarray(at + 30 + nameLength, at + 30 + nameLength + size);
    assert.equal(crc32(data), sum);
    files.push({ name: archive.toString("latin1", at + 30, at + 30 + nameLength), text: data.toString("utf8") });
    at += 30 + nameLength + size;
  }
  assert.equal(archive.readUInt32LE(archive.length - 22), 0x06054b50, "the end of the archive");
  assert.equal(archive.readUInt32LE(archive.length - 6), at, "the directory follows the files");
  return files;
}

/** The kinds of nodes of a Markdown text, and all its words, as the reference parser reads it. @param {string} source */
function parsed(source) {
  const walker = new Parser().parse(source).walker();
  const kinds = new Set();
  let words = "";
  for (let event = walker.next(); event; event = walker.next()) {
    kinds.add(event.node.type);
    words += event.node.literal ?? " ";
  }
  return { kinds: [...kinds].sort(), words };
}

test("what the transcript says stays text in every export", (t) =>
  withBlankPage(async (page) => {
    /** @type {string[]} */
    const faults = [];
    page.on("request", (request) => faults.push(request.url()));
    page.on("dialog", (dialog) => faults.push(dialog.message()));
    const plainly = await madeOf(page, "word");
    const plainMarkdown = parsed(renderMarkdown(outlineOf("word"), "word"));
    for (const payload of payloads) {
      await t.test(named(payload), async () => {
        const outline = outlineOf(payload);

        const [, ...lines] = csv(payload, outline).trimEnd().split("\r\n");
        assert.equal(lines.length, 1);
        assert.doesNotMatch(lines[0] ?? "", /(^|,)"?[\t\r ]*[=+@-]/);

        const markdown = parsed(renderMarkdown(outline, payload));
        assert.deepEqual(markdown.kinds, plainMarkdown.kinds);
        assert.ok(squeezed(markdown.words).includes(squeezed(payload.slice(0, 100))), markdown.words);

        assert.match(fileName(outline, "md"), /^[\p{L}\p{N}-]+\.md$/u);
        assert.equal(plain(payload, outline).split("\n").length, 12, "each on a line of its own");

        const files = unzipped(docx(payload, outline));
        assert.deepEqual(files.map(({ name }) => name), [
          "[Content_Types].xml",
          "_rels/.rels",
          "docProps/core.xml",
          "docProps/app.xml",
          "word/_rels/document.xml.rels",
          "word/settings.xml",
          "word/footer.xml",
          "word/styles.xml",
          "word/numbering.xml",
          "word/document.xml",
        ]);
        const made = await madeOf(page, payload);
        assert.deepEqual(made.broken, []);
        assert.deepEqual(made.parts, plainly.parts);
        for (const words of made.words) assert.ok(squeezed(words).includes(squeezed(payload.slice(0, 100))), words);

        // And opened, they run and load nothing.
        for (const text of [html(payload, outline), renderHtml(outline), `${renderJsonLd(outline)}${svg(payload, outline)}`]) await page.setContent(text);
        assert.deepEqual(faults, []);
      });
    }
  }));

/**
 * What a browser's parsers find in the exports that are markup: faults, the elements and attributes, and the words.
 * @param {import("playwright-core").Page} page
 * @param {string} payload
 */
function madeOf(page, payload) {
  const outline = outlineOf(payload);
  const xml = [opml(payload, outline), svg(payload, outline), ...unzipped(docx(payload, outline)).map(({ text }) => text)];
  const pages = [html(payload, outline), renderHtml(outline)];
  return page.evaluate(({ xml, pages, scripts }) => {
    const read = (/** @type {string} */ text, /** @type {DOMParserSupportedType} */ type) => new DOMParser().parseFromString(text, type);
    const all = [...xml.map((text) => read(text, "text/xml")), ...[...pages, scripts].map((text) => read(text, "text/html"))];
    const elements = all.flatMap((document) => [...document.querySelectorAll("*")]);
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const addresses = attributes.filter(({ name }) => ["href", "src", "xlink:href"].includes(name));
    return {
      broken: xml.map((text) => read(text, "text/xml").querySelector("parsererror")?.textContent ?? "").filter(Boolean),
      parts: [...new Set([...elements.map(({ localName }) => `<${localName}>`), ...attributes.map(({ name }) => name), ...addresses.map(({ value }) => value)])].sort(),
      words: pages.map((text) => read(text, "text/html").body.textContent ?? ""),
    };
  }, { xml, pages, scripts: renderJsonLd(outline) });
}

/** Words without what some formats cannot carry. @param {string} text */
const squeezed = (text) => text.replace(/(?:[\s\0-\x1f\x7f\ufffd\ufffe\uffff]|\p{Surrogate})+/gu, " ").trim();

test("a quotation says who, where, when and at what time", () => {
  const text = "We will\nbuild ten ferries.";
  const outline = { ...outlineOf(text), title: "Briefing", place: "Port Avenel", date: "4 May" };
  outline.speakers[0] = { name: "Reed", role: "principal", words: 5, spans: [{ start: 0, end: text.length }] };
  assert.equal(
    quotation(text, outline, { start: 0, end: text.length }),
    "“We will build ten ferries.” — Reed, Briefing, Port Avenel, 4 May, from 1:02",
  );
});

test("every format is saved under the transcript's name, with the corrections", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator(".section-line").first().click();
    await page.locator("[data-tool=correct]").click();
    await page.locator("[data-tool=title]").fill("A corrected title");
    await page.locator("[data-tool=title]").press("Enter");
    for (const ending of ["md", "txt", "docx", "html", "opml", "json", "svg", "png", "csv"]) {
      await page.locator("#save-menu summary").click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-format=${ending}]`).click()]);
      assert.ok(download.suggestedFilename().endsWith(`.${ending}`));
      const bytes = await readFile(await download.path());
      assert.ok(bytes.length > 100, ending);
      if (ending === "png") assert.equal(bytes.toString("latin1", 1, 4), "PNG");
      else if (ending === "json") assert.equal(JSON.parse(String(bytes)).sections[0].title, "A corrected title");
      else if (ending !== "csv") assert.ok(bytes.includes("A corrected title"), ending);
    }
  }));
