// What people do with the page, in every engine alike.

import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { outline } from "../../pkg/node.js";
import { recorder } from "./engines/recorder.mjs";
import { until, visible } from "./engines/tab.mjs";
import { serve } from "./server.mjs";

/** @import { Browser, Engine, Tab } from "./engines/tab.mjs" */

const site = process.env.SITE ?? fileURLToPath(new URL("../../target/site", import.meta.url));
const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");
const expected = outline(sample);

/** @typedef {{ tab: Tab, address: string, downloads: string, folder: string, cutOff: () => void }} Visit */

/** @type {Record<string, (visit: Visit) => Promise<void>>} */
const SCENARIOS = {
  async "a pasted transcript is outlined, and shown with every character"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    assert.equal(await count(tab, ".section"), expected.sections.length);
    assert.equal(await count(tab, ".key-points .line"), expected.keyPoints.length);
    assert.equal(await tab.run(() => [...document.querySelectorAll(".words")].map((words) => words.textContent).join("")), sample);
  },

  async "a key point leads to its words, and the words lead back to their section"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    for (const index of [0, expected.keyPoints.length - 1]) {
      await tab.click(`.key-points li:nth-child(${index + 1}) .line`);
      assert.equal(await markedText(tab), expected.keyPoints[index]?.text);
      await until(tab, () => {
        const mark = document.querySelector("mark")?.getBoundingClientRect();
        const reader = document.querySelector("#reader")?.getBoundingClientRect();
        return mark && reader && mark.top >= reader.top && mark.bottom <= reader.bottom;
      });
    }
    const last = expected.sections.length - 1;
    await tab.run(() => document.querySelector("#reader")?.scrollTo(0, 1e6));
    await tab.click(`.passage[data-index="${last}"] .words`);
    await until(tab, (last) => {
      const line = document.querySelectorAll(".section")[last]?.querySelector(".line[aria-current]")?.getBoundingClientRect();
      return line && line.top >= 0 && line.bottom <= innerHeight;
    }, last);
  },

  async "the arrow keys go to the mark and back"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    await tab.click(".key-points li:nth-child(2) .line");
    await tab.press("ArrowLeft");
    await until(tab, () => document.activeElement?.localName === "mark");
    await tab.press("Escape");
    await until(tab, () => document.activeElement?.classList.contains("point-line"));
  },

  async "kind and title are changed, a section split and joined, and all of it undone"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    const first = await shownSections(tab);
    await tab.click(".section-line");
    await tab.click("[data-tool=correct]");
    await set(tab, "[data-tool=kind]", "closing");
    await set(tab, "[data-tool=title]", "A title of my own");
    const corrected = await shownSections(tab);
    assert.deepEqual(corrected[0], { ...first[0], kind: "closing", title: "A title of my own" });
    assert.deepEqual(corrected.slice(1), first.slice(1));
    const split = await tab.run(() => document.querySelector("[data-tool=split]") instanceof HTMLSelectElement);
    if (split) {
      await set(tab, "[data-tool=split]", await tab.run(() => /** @type {HTMLSelectElement} */ (document.querySelector("[data-tool=split]")).options[1]?.value ?? ""));
      assert.equal((await shownSections(tab)).length, first.length + 1);
      await tab.click("[data-tool=join-before]");
    } else {
      await tab.click("[data-tool=join-after]");
      assert.equal((await shownSections(tab)).length, first.length - 1);
    }
    for (const corrections of split ? [4, 3, 2, 1] : [3, 2, 1]) {
      assert.match(await textOf(tab, "#stats"), new RegExp(`, ${corrections} correction`));
      await tab.click("#undo");
    }
    assert.deepEqual(await shownSections(tab), first);
    await tab.press("z", "Control");
    assert.deepEqual(await shownSections(tab), first, "there is nothing left to undo");
  },

  async "the outline is copied as Markdown, and can be pasted"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    await tab.click("#copy");
    await until(tab, () => document.querySelector("#status")?.textContent === "Copied");
    await tab.click("#new");
    await visible(tab, "#text");
    await tab.click("#text");
    await tab.press("v", "Control");
    await outlined(tab);
    const pasted = await valueOf(tab, "#text");
    assert.ok(pasted.startsWith(`# ${expected.title}\n`), pasted.slice(0, 200));
    for (const { title } of expected.sections) assert.ok(pasted.includes(title), title);
    for (const { text } of expected.keyPoints) assert.ok(squeezed(pasted).includes(squeezed(text)), text);
  },

  async "a link with the text in it is copied, and opens the text"({ tab, address }) {
    await paste(tab, sample);
    await outlined(tab);
    await tab.click("#save-menu summary");
    await tab.click("[data-format=link]");
    await until(tab, () => document.querySelector("#message")?.textContent?.startsWith("The link was copied"));
    await tab.click("#new");
    await visible(tab, "#text");
    await tab.click("#text");
    await tab.press("v", "Control");
    const link = await until(tab, () => document.querySelector("textarea")?.value.trim());
    assert.ok(link.startsWith(`${address}#text=`), link.slice(0, 100));
    await forget(tab);
    await tab.goto("about:blank");
    await tab.goto(link);
    await outlined(tab);
    assert.equal(await valueOf(tab, "#text"), sample);
  },

  async "a quotation is copied"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    await tab.click(".key-points .line");
    await tab.click("[data-tool=copy]");
    await until(tab, () => document.querySelector("#status")?.textContent === "Copied");
  },

  async "the outline is saved as a file"({ tab, downloads }) {
    await paste(tab, sample);
    await outlined(tab);
    /** @type {Record<string, string>} */
    const saved = {};
    for (const ending of ["md", "json", "docx"]) {
      await tab.click("#save-menu summary");
      await tab.click(`[data-format=${ending}]`);
      saved[ending] = await download(downloads, ending);
    }
    assert.ok(saved.md?.startsWith(`# ${expected.title}\n`), saved.md);
    assert.deepEqual(JSON.parse(saved.json ?? "").keyPoints, expected.keyPoints);
    assert.ok(saved.docx?.startsWith("PK"));
  },

  async "text and corrections survive a reload, until they are forgotten"({ tab }) {
    await paste(tab, sample);
    await outlined(tab);
    await tab.click(".section-line");
    await tab.click("[data-tool=correct]");
    await set(tab, "[data-tool=title]", "A kept title");
    await pause(800);
    await tab.reload();
    await outlined(tab);
    assert.equal(await valueOf(tab, "#text"), sample);
    assert.equal((await shownSections(tab))[0]?.title, "A kept title");
    await forget(tab);
    await tab.reload();
    await visible(tab, ".result:not([data-prepared]) > .note");
    assert.equal(await valueOf(tab, "#text"), "");
  },

  async "after the first visit everything works without the host"({ tab, downloads, cutOff }) {
    await until(tab, async () => (await navigator.serviceWorker.ready).active?.state === "activated" && navigator.serviceWorker.controller !== null);
    cutOff();
    await tab.reload();
    await visible(tab, ".result:not([data-prepared]) > .note");
    await paste(tab, sample);
    await outlined(tab);
    await tab.click(".key-points .line");
    assert.equal(await markedText(tab), expected.keyPoints[0]?.text);
    await tab.click("#save-menu summary");
    await tab.click("[data-format=docx]");
    assert.ok((await download(downloads, "docx")).startsWith("PK"));
    await pause(800);
    await tab.reload();
    await outlined(tab);
    assert.equal(await valueOf(tab, "#text"), sample);
    await tab.click("#samples-menu summary");
    await tab.click("#samples-list li:nth-child(3) button");
    await until(tab, () => document.querySelector("textarea")?.value.startsWith("WEBVTT"));
  },

  async "a file is dropped on the page"({ tab }) {
    await tab.run((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "council.txt", { type: "text/plain" }));
      const target = document.querySelector("#transcript") ?? document.body;
      for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
    }, sample);
    await outlined(tab);
    assert.equal(await valueOf(tab, "#text"), sample);
  },

  async "a file is chosen from the disk"({ tab, folder }) {
    const file = join(folder, "captions.vtt");
    await copyFile(`${site}/samples/council.vtt`, file);
    await tab.choose("#file", file);
    await outlined(tab);
    assert.equal(await valueOf(tab, "#text"), await readFile(file, "utf8"));
    assert.equal(await tab.run(() => document.querySelector("#format option:checked")?.textContent), "WebVTT, recognised");
  },

  async "the page as one file, opened from the disk, outlines and exports"({ tab, folder, downloads, cutOff }) {
    const file = join(folder, "speech-outline.html");
    await copyFile(join(site, "speech-outline.html"), file);
    cutOff();
    await tab.goto(pathToFileURL(file).href);
    await visible(tab, ".result:not([data-prepared]) > .note");
    await paste(tab, sample);
    await outlined(tab);
    await tab.click(".key-points .line");
    assert.equal(await markedText(tab), expected.keyPoints[0]?.text);
    await tab.click("#save-menu summary");
    await tab.click("[data-format=md]");
    assert.ok((await download(downloads, "md")).startsWith(`# ${expected.title}\n`));
  },
};

/** Tests one engine with every scenario, each on a host of its own and so with nothing that another has kept. @param {Engine} engine */
export function testIn(engine) {
  describe(engine.name, { timeout: 900_000 }, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof recorder>>} */
    let record;
    /** @type {string} */
    let folder;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "a visit "));
      record = await recorder(engine.calls);
      await mkdir(join(folder, "downloads"));
      browser = await engine.start({ downloads: join(folder, "downloads"), proxy: record.port });
    });

    after(async () => {
      await browser?.close();
      record.close();
      await rm(folder, { recursive: true });
    });

    for (const [name, scenario] of Object.entries(SCENARIOS)) {
      test(name, async () => {
        const host = await serve(site);
        const tab = await browser.open();
        try {
          const before = record.asked.length;
          await tab.goto(host.address);
          await visible(tab, ".result:not([data-prepared]) > .note");
          const downloads = browser.downloads;
          await rm(downloads, { recursive: true, force: true });
          await mkdir(downloads);
          await scenario({ tab, address: host.address, downloads, folder, cutOff: host.close });
          assert.ok(await tab.run(() => [document.documentElement, ...document.querySelectorAll("#reader, #result")].every((pane) => pane.scrollWidth <= pane.clientWidth)), "nothing is wider than its pane");
          assert.deepEqual(await tab.faults(), []);
          assert.deepEqual(record.asked.slice(before), [], "nothing leaves the host");
        } finally {
          await tab.close();
          host.close();
        }
      });
    }

    test("the record would show a request that leaves the host, and the faults an error", async () => {
      const pages = join(folder, "leaking");
      await mkdir(pages);
      await writeFile(join(pages, "index.html"), "<!doctype html><title>x</title><img src='http://leak.invalid/x.png'><script>setTimeout(() => missing(), 300)</script>");
      const host = await serve(pages);
      const tab = await browser.open();
      try {
        await tab.goto(host.address);
        await pause(500);
        assert.deepEqual(record.asked.slice(-1), ["http://leak.invalid/x.png"]);
        assert.match((await tab.faults()).join("\n"), /missing/);
      } finally {
        await tab.close();
        host.close();
      }
    });
  });
}

/** Forgets what is kept. @param {Tab} tab */
async function forget(tab) {
  await tab.click("#shelf-menu summary");
  await visible(tab, "#shelf-forget");
  await tab.click("#shelf-forget");
  await visible(tab, "#shelf-none");
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} text */
const squeezed = (text) => text.replace(/[\s>*\\]+/g, " ");

/** Copies a text, and pastes it into the empty box. @param {Tab} tab @param {string} text */
async function paste(tab, text) {
  await tab.run((text) => {
    const box = document.querySelector("textarea");
    if (!box) throw new Error("there is no text box");
    box.value = text;
    box.focus();
    box.select();
  }, text);
  await tab.press("c", "Control");
  // The page has seen nothing of this yet.
  await tab.run(() => {
    const box = document.querySelector("textarea");
    if (box) box.value = "";
  });
  await tab.press("v", "Control");
}

/** Waits until the outline of the reader's own text is shown. @param {Tab} tab */
const outlined = (tab) => visible(tab, "body[data-state=filled] .passage, body[data-state=filled] #edit:not([hidden])");

/** Changes a field as its user does. @param {Tab} tab @param {string} selector @param {string} value */
const set = (tab, selector, value) =>
  tab.run(({ selector, value }) => {
    const field = document.querySelector(selector);
    if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement)) throw new Error(`there is no field ${selector}`);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, { selector, value });

/** @param {Tab} tab @param {string} selector */
const count = (tab, selector) => tab.run((selector) => document.querySelectorAll(selector).length, selector);

/** @param {Tab} tab @param {string} selector */
const textOf = (tab, selector) => tab.run((selector) => document.querySelector(selector)?.textContent ?? "", selector);

/** @param {Tab} tab @param {string} selector */
const valueOf = (tab, selector) => tab.run((selector) => /** @type {HTMLTextAreaElement | null} */ (document.querySelector(selector))?.value ?? "", selector);

/** @param {Tab} tab */
const markedText = (tab) => tab.run(() => [...document.querySelectorAll("#reader mark")].map((mark) => mark.textContent).join(""));

/** @param {Tab} tab */
const shownSections = (tab) =>
  tab.run(() =>
    [...document.querySelectorAll(".passage")].map((passage, index) => ({
      kind: passage.getAttribute("data-kind"),
      title: document.querySelectorAll(".section")[index]?.querySelector(".section-title")?.textContent ?? "",
      text: passage.querySelector(".words")?.textContent ?? "",
    })),
  );

/** The content of the file with this ending, once it is saved. @param {string} folder @param {string} ending */
async function download(folder, ending) {
  for (let tries = 0; tries < 1000; tries += 1) {
    const names = await readdir(folder);
    const name = names.find((name) => name.endsWith(`.${ending}`));
    // A browser may make the file first, under a name for the time being, and fill it later.
    const content = name && await readFile(join(folder, name), "utf8").catch(() => "");
    if (content && !names.some((name) => name.endsWith(".part"))) return content;
    await pause(50);
  }
  throw new Error(`nothing was saved with the ending .${ending}: ${await readdir(folder)}`);
}
