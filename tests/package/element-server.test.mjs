// <speech-outline> from a server: what it writes is shown before any script runs, and taken over as it is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { outline } from "speech-outline";
import { SpeechOutlineElement } from "speech-outline/element";
import { renderElement } from "speech-outline/render";

import { article, marked, oneLine, POLICY, reached, text, withPage } from "./element-page.mjs";

const made = outline(text);
const css = readFileSync(new URL("../../pkg/element.css", import.meta.url), "utf8");
const linked = renderElement(made, { text, for: "transcript", heading: "In brief", stylesheet: "element.css" });
const body = `${linked}<p>What follows.</p><div id="transcript">${article}</div>`;

test("it can be imported on a server, where nothing happens", () => {
  assert.equal(typeof SpeechOutlineElement, "function");
  for (const name of ["speech-outline/element/define", "speech-outline/element"]) {
    assert.equal(execFileSync("node", ["--input-type=module", "-e", `import "${name}"`], { encoding: "utf8" }), "");
    assert.equal(execFileSync("node", ["-e", `require("${name}")`], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }), "");
  }
});

test("it is all there without a script", () =>
  withPage(body, async (page) => {
    assert.ok(await page.getByRole("heading", { name: "In brief" }).isVisible());
    assert.equal(await page.locator("speech-outline q").first().innerText(), oneLine(made.keyPoints[0]?.text ?? ""));
    assert.equal(await page.locator("speech-outline nav").evaluate((nav) => getComputedStyle(nav).borderTopStyle), "solid");
    await page.locator("speech-outline [part=sections-summary]").click();
    assert.ok(!(await page.locator("speech-outline [part=section-list]").isVisible()));
  }, { javaScriptEnabled: false, script: false }));

test("the element takes it over: nothing is replaced, nothing moves, no module is loaded", () =>
  withPage(body, async (page, requests) => {
    const found = await page.evaluate(async () => {
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      const nodes = () => [...(element.shadowRoot?.querySelectorAll("*") ?? [])];
      const boxes = () => [...nodes(), ...document.querySelectorAll("main *")].map((node) => JSON.stringify(node.getBoundingClientRect()));
      await document.fonts.ready;
      const before = { nodes: nodes(), boxes: boxes() };
      let changes = 0;
      new MutationObserver((records) => (changes += records.length)).observe(/** @type {Node} */ (element.shadowRoot), { subtree: true, childList: true, attributes: true, characterData: true });
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).value;
      }).observe({ type: "layout-shift", buffered: true });
      const ready = new Promise((resolve) => element.addEventListener("speech-outline-ready", resolve, { once: true }));
      await import(new URL("./element-define.js", document.baseURI).href);
      await ready;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const after = { nodes: nodes(), boxes: boxes() };
      return {
        isSame: before.nodes.length > 20 && before.nodes.length === after.nodes.length && before.nodes.every((node, at) => node === after.nodes[at]),
        isStill: before.boxes.join() === after.boxes.join(),
        changes,
        shift,
        state: element.state,
        outline: element.outline,
      };
    });
    assert.deepEqual(found, { isSame: true, isStill: true, changes: 0, shift: 0, state: "ready", outline: null });
    assert.deepEqual(requests.filter((url) => /wasm|index\.js/.test(url)), []);
  }, { script: false }));

test("its lines find their places by what they say themselves", () =>
  withPage(body, async (page, requests) => {
    await reached(page);
    const found = await page.evaluate(() => {
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      /** @type {[string, { start: number, end: number }, string][]} */
      const found = [];
      element.addEventListener("speech-outline-select", ({ detail: { id, span, range } }) => found.push([id, span, String(range)]));
      for (const { id } of element.shadowRoot?.querySelectorAll("a[part~=line]") ?? []) element.select(id);
      return found;
    });
    assert.ok(found.length > 10);
    for (const [id, span, words] of found) {
      assert.equal(words.replace(/\s+/g, ""), text.slice(span.start, span.end).replace(/\s+/g, ""), id);
    }
    assert.deepEqual(requests.filter((url) => /wasm|index\.js/.test(url)), []);
  }));

test("an address leads into it", () =>
  withPage(body, async (page) => {
    await reached(page);
    assert.deepEqual((await marked(page)).words, [oneLine(made.keyPoints[1]?.text ?? "")]);
  }, { hash: "#transcript-outline-point-2" }));

test("with the transcript in it, it is made anew only when that changes", () =>
  withPage(renderElement(made, { text, stylesheet: "element.css", content: article }), async (page, requests) => {
    await reached(page);
    await page.waitForTimeout(200);
    assert.deepEqual(requests.filter((url) => url.endsWith(".wasm")), []);
    await page.locator("speech-outline a[part~=quote]").first().click();
    assert.deepEqual((await marked(page)).words, [oneLine(made.keyPoints[0]?.text ?? "")]);
    await page.evaluate(() => {
      const last = document.createElement("p");
      last.textContent = "MS. REED: One more thing. We will open a new harbour in Tarn on 3 May 2031.";
      document.querySelector("speech-outline")?.append(last);
    });
    await page.waitForFunction(() => document.querySelector("speech-outline")?.outline);
    assert.equal(await page.locator("speech-outline nav").count(), 1);
    assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  }));

test("other labels after that make it anew, too", () =>
  withPage(body, async (page) => {
    await reached(page);
    await page.evaluate(() => document.querySelector("speech-outline")?.setAttribute("heading", "In short"));
    await page.getByRole("heading", { name: "In short" }).waitFor();
    assert.equal(await page.locator("speech-outline nav").count(), 1);
  }));

test("the style sheet that is linked is the one that the element brings along", () =>
  withPage("<speech-outline></speech-outline>", async (page) => {
    await page.evaluate((text) => Object.assign(document.querySelector("speech-outline") ?? {}, { text }), text);
    await reached(page);
    const [own, file] = await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return [document.querySelector("speech-outline")?.shadowRoot?.adoptedStyleSheets[0], sheet].map((sheet) => [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText));
    }, css);
    assert.deepEqual(own, file);
  }, { policy: POLICY }));
