// Word documents: what is written, and that the page opens them, its own among them.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { init, outline } from "../../pkg/node.js";
import { outlined, paste, site, withPage } from "./harness.mjs";
import { docx } from "./modules.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

/** The parts of a document, which our writer stores without compressing. */
async function written() {
  await init();
  const bytes = Buffer.from(docx(sample, outline(sample)));
  /** @type {Record<string, string>} */
  const parts = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    parts[bytes.toString("latin1", at + 30, start)] = bytes.toString("utf8", start, start + size);
    at = start + size;
  }
  return parts;
}

test("every style, list and part that the document names is there", async () => {
  const parts = await written();
  const [document = "", styles = "", numbering = ""] = [parts["word/document.xml"], parts["word/styles.xml"], parts["word/numbering.xml"]];
  const named = [...document.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map(([, name]) => name ?? "");
  for (const name of new Set(named)) assert.ok(styles.includes(`w:styleId="${name}"`), name);
  for (const name of ["Title", "Subtitle", "Heading1", "Heading2", "ListNumber", "ListBullet", "Quote", "Strong"]) assert.ok(named.includes(name), name);
  for (const [, id] of styles.matchAll(/<w:numId w:val="(\d)"/g)) assert.ok(numbering.includes(`<w:num w:numId="${id}">`), id);
  for (const list of ["_rels/.rels", "word/_rels/document.xml.rels"]) {
    const folder = list.startsWith("word/") ? "word/" : "";
    for (const [, target] of (parts[list] ?? "").matchAll(/Target="([^"]+)"/g)) assert.ok(parts[`${folder}${target}`], target);
  }
  for (const part of Object.keys(parts).filter((name) => !/rels$|Types/.test(name))) {
    assert.ok(parts["[Content_Types].xml"]?.includes(`PartName="/${part}"`), part);
  }
  assert.match(parts["docProps/core.xml"] ?? "", /<dc:title>Press conference by the Secretary-General.*<dc:language>en</);
  assert.match(styles, /<w:lang w:val="en"\/>/);
});

test("the same outline gives the same bytes", async () => {
  assert.deepEqual(await written(), await written());
});

const folder = await mkdtemp(join(tmpdir(), "one file "));
const oneFile = join(folder, "speech-outline.html");
await copyFile(join(site, "speech-outline.html"), oneFile);

for (const [what, options] of /** @type {const} */ ([
  ["page", {}],
  ["page that is one file", { address: pathToFileURL(oneFile).href }],
])) {
  test(`the ${what} opens the document that it has saved`, async (t) => {
    t.after(() => what !== "page" && rm(folder, { recursive: true }));
    await withPage(async (page) => {
      await paste(page, sample);
      await outlined(page);
      await page.locator("#save-menu summary").click();
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("[data-format=docx]").click()]);
      await page.locator("#file").setInputFiles({ name: "a.docx", mimeType: "", buffer: await readFile(await saved.path()) });
      await page.waitForFunction((text) => document.querySelector("textarea")?.value !== text, sample);
      const text = await page.locator("#text").inputValue();
      assert.match(text, /^# Press conference by the Secretary-General/);
      assert.match(text, /\n# Key points\n\nThe Council has approved 85 million crowns/);
      assert.match(text, /\n## 2\. Opening\n/);
    }, options);
  });
}
