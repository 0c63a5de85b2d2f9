// <speech-outline> in a page: where its transcript comes from, and what is shown of it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { outline } from "speech-outline";
import { labels, renderHtml } from "speech-outline/render";

import { article, escape, oneLine, POLICY, reached, text, withPage } from "./element-page.mjs";

const made = outline(text);
const points = made.keyPoints.map((point) => oneLine(point.text));

/** The key points that are shown. @param {import("playwright-core").Page} page */
const shown = (page) => page.locator("speech-outline nav > ul q").allTextContents();

/**
 * The element has read the words of the transcript, and shows the key points of what it has read: an article breaks its
 * lines elsewhere, which may turn a close race between two of them.
 * @param {import("playwright-core").Page} page
 */
async function showsWhatItRead(page) {
  const read = await page.evaluate(() => document.querySelector("speech-outline")?.text ?? "");
  assert.equal(oneLine(read), oneLine(text));
  assert.deepEqual(await shown(page), outline(read).keyPoints.map((point) => oneLine(point.text)));
}

test("the transcript is the element's own text, which stays in the page", () =>
  withPage(`<speech-outline>${article}</speech-outline>`, async (page, requests) => {
    await reached(page);
    await showsWhatItRead(page);
    assert.ok(await page.locator("speech-outline > p").first().isVisible());
    assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  }));

test("… as plain text, too, with its line breaks", () =>
  withPage(`<speech-outline>\n${escape(text)}\n</speech-outline>`, async (page) => {
    await reached(page);
    assert.deepEqual(await shown(page), points);
    assert.equal(await page.evaluate(() => document.querySelector("speech-outline")?.text), text.trim());
  }));

test("… or that of the element that `for` names", () =>
  withPage(`<speech-outline for="transcript">Nothing but a fallback.</speech-outline><div id="transcript">${article}</div>`, async (page) => {
    await reached(page);
    await showsWhatItRead(page);
    assert.ok(!(await page.locator("speech-outline [part=transcript]").isVisible()));
    assert.equal(await page.evaluate(() => document.querySelector("speech-outline")?.target?.id), "transcript");
  }));

test("… or a file, which is shown below", () =>
  withPage('<speech-outline src="t.txt"></speech-outline>', async (page) => {
    await reached(page);
    assert.deepEqual(await shown(page), points);
    await page.locator("speech-outline [part=transcript-summary]").click();
    assert.equal(oneLine(await page.locator("speech-outline [part=transcript-text]").innerText()), oneLine(text));
  }, { files: { "t.txt": text } }));

test("… or a property, before the element is known and after", () =>
  withPage("<speech-outline></speech-outline>", async (page) => {
    await page.evaluate((text) => {
      const element = document.querySelector("speech-outline");
      if (element) element.text = text;
    }, text);
    await reached(page);
    assert.deepEqual(await shown(page), points);
    await page.evaluate(() => {
      const element = document.querySelector("speech-outline");
      if (element) element.text = "MS. REED: We will build three schools by 2030.\n\nQ: Why three?\n\nMS. REED: They are full.";
    });
    await page.locator("speech-outline nav > ul q", { hasText: "three schools" }).waitFor();
    await page.evaluate(() => {
      const element = document.querySelector("speech-outline");
      if (element) element.text = null;
    });
    await reached(page, "empty");
    assert.equal(await page.locator("speech-outline nav").count(), 0);
  }));

test("an outline that is given is shown as it is, without the module", () =>
  withPage("<speech-outline></speech-outline>", async (page, requests) => {
    await page.evaluate(([outline, text]) => Object.assign(document.querySelector("speech-outline") ?? {}, { outline, text }), /** @type {const} */ ([{ ...made, title: "By hand" }, text]));
    await reached(page);
    assert.match(await page.locator("speech-outline [part=about]").innerText(), /By hand/);
    assert.deepEqual(requests.filter((url) => /wasm|index\.js/.test(url)), []);
  }));

test("a property that is set before the class is loaded counts", () =>
  withPage("<speech-outline></speech-outline>", async (page) => {
    await page.evaluate(async (text) => {
      Object.assign(document.querySelector("speech-outline") ?? {}, { text, headingLevel: 4 });
      await import(new URL("./element-define.js", document.baseURI).href);
    }, text);
    await reached(page);
    assert.equal(await page.locator("speech-outline h4").count(), 1);
  }, { script: false }));

test("what the element draws is what renderHtml() writes", () =>
  withPage(`<speech-outline id="x">${article}</speech-outline>`, async (page) => {
    await reached(page);
    const found = await page.evaluate(() => {
      const element = document.querySelector("speech-outline");
      const nav = element?.shadowRoot?.querySelector("nav")?.cloneNode(true);
      for (const slot of /** @type {Element} */ (nav).querySelectorAll("slot")) slot.replaceWith(...slot.childNodes);
      return { html: /** @type {Element} */ (nav).outerHTML, text: element?.text ?? "", outline: element?.outline };
    });
    assert.ok(found.outline);
    const expected = renderHtml(found.outline, { text: found.text, id: "x" });
    assert.equal(
      found.html.replaceAll(' open=""', " open").replaceAll('part="', 'class="'),
      expected.replaceAll("speech-outline-", "").replaceAll("&#39;", "'"),
    );
  }));

test("every attribute does what it says, and is reflected", () =>
  withPage(
    `<speech-outline heading="In brief" heading-level="3" max-key-points="2" granularity="coarse" format="plain" collapsed worker="off"
      labels='{"keyPoints":"The gist"}'>${article}</speech-outline>`,
    async (page) => {
      await reached(page);
      const state = () =>
        page.evaluate(() => {
          const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
          const { heading, headingLevel, maxKeyPoints, granularity, format, collapsed, worker, htmlFor, src, outline } = element;
          const headings = [...(element.shadowRoot?.querySelectorAll("h1, h2, h3, h4, h5, h6") ?? [])];
          return {
            properties: { heading, headingLevel, maxKeyPoints, granularity, format, collapsed, worker, htmlFor, src },
            headings: headings.map((heading) => `${heading.localName} ${heading.textContent}`),
            points: outline?.keyPoints.length,
            sections: outline?.sections.length ?? 0,
            open: element.shadowRoot?.querySelector("details")?.open,
          };
        });
      const before = await state();
      assert.deepEqual(before.properties, {
        heading: "In brief", headingLevel: "3", maxKeyPoints: "2", granularity: "coarse", format: "plain", collapsed: true, worker: "off", htmlFor: null, src: null,
      });
      assert.deepEqual(before.headings.slice(0, 2), ["h3 In brief", "h4 The gist"]);
      assert.deepEqual([before.points, before.open], [2, false]);
      await page.evaluate(() => {
        const element = document.querySelector("speech-outline");
        if (element) Object.assign(element, { heading: null, headingLevel: 2, maxKeyPoints: 3, granularity: "fine", collapsed: false, labels: { keyPoints: "Most of it" } });
      });
      await page.locator("speech-outline h2").waitFor();
      const later = await state();
      assert.deepEqual(later.headings.slice(0, 2), [`h2 ${labels.en.heading}`, "h3 Most of it"]);
      assert.deepEqual([later.points, later.open], [3, true]);
      assert.ok(later.sections >= before.sections);
    },
  ));

for (const [lang, keyPoints] of [["de-AT", labels.de.keyPoints], ["fr", labels.fr.keyPoints], ["es", labels.es.keyPoints], ["nb", labels.en.keyPoints]]) {
  test(`labels follow the language of the page: ${lang}`, () =>
    withPage(`<speech-outline>${article}</speech-outline>`, async (page) => {
      await reached(page);
      assert.equal(await page.locator("speech-outline h3").first().innerText(), keyPoints);
    }, { lang }));
}

test("slots: a heading and a footer of the page's own", () =>
  withPage(`<speech-outline>${article}<em slot="heading">Ferries, in brief</em><p slot="footer">Made in the browser.</p></speech-outline>`, async (page) => {
    await reached(page);
    assert.equal(await page.getByRole("heading", { name: "Ferries, in brief" }).count(), 1);
    assert.ok(await page.getByText("Made in the browser.").isVisible());
    assert.doesNotMatch(await page.evaluate(() => document.querySelector("speech-outline")?.text ?? ""), /in brief|Made in/);
  }));

test("events tell what happens", () =>
  withPage("", async (page) => {
    const found = await page.evaluate(async (text) => {
      /** @type {unknown[]} */
      const events = [];
      for (const name of ["ready", "select", "error"]) {
        document.addEventListener(`speech-outline-${name}`, (event) => {
          const { detail, bubbles, composed, cancelable } = /** @type {CustomEvent} */ (event);
          events.push([name, Object.keys(detail), detail.error?.code ?? detail.id ?? detail.outline?.version, bubbles, composed, cancelable]);
        });
      }
      const element = document.createElement("speech-outline");
      element.text = text;
      document.querySelector("main")?.append(element);
      const once = (/** @type {string} */ name) => new Promise((resolve) => element.addEventListener(`speech-outline-${name}`, resolve, { once: true }));
      await once("ready");
      const known = [element.select("2"), element.select("point-1"), element.select("nothing")];
      const failed = once("error");
      element.setAttribute("granularity", "finest");
      await failed;
      return { events, known, state: element.state, has: element.matches(":state(error)") };
    }, text);
    assert.deepEqual(found.events, [
      ["ready", ["outline"], 1, true, true, false],
      ["select", ["id", "kind", "span", "range"], "outline-2", true, true, true],
      ["select", ["id", "kind", "span", "range"], "outline-point-1", true, true, true],
      ["error", ["error"], "invalid-option", true, true, false],
    ]);
    assert.deepEqual([found.known, found.state, found.has], [[true, true, false], "error", true]);
  }));

test("what goes wrong is shown, and the next try works", () =>
  withPage('<speech-outline src="missing.txt"></speech-outline>', async (page) => {
    await reached(page, "error");
    assert.equal(await page.getByRole("status").innerText(), labels.en["error-src"]);
    await page.evaluate(() => document.querySelector("speech-outline")?.setAttribute("src", "t.txt"));
    await reached(page);
    assert.equal(await page.getByRole("status").count(), 0);
  }, { files: { "t.txt": text, "missing.txt": "" }, faults: /404/ }));

test("a policy without WebAssembly leaves the transcript, and says why there is no outline", () =>
  withPage(`<speech-outline>${article}</speech-outline>`, async (page) => {
    await reached(page, "error");
    assert.equal(await page.getByRole("status").innerText(), labels.en["error-wasm-unavailable"]);
    assert.ok(await page.locator("speech-outline > p").first().isVisible());
  }, { policy: "default-src 'self'; connect-src 'self'", faults: /WebAssembly/ }));

test("nothing is shown of an element without words, and nothing is loaded", () =>
  withPage("<speech-outline>  \n </speech-outline>", async (page, requests) => {
    await page.waitForTimeout(300);
    await reached(page, "empty");
    assert.deepEqual(requests.filter((url) => url.endsWith("index.js")), []);
    await page.evaluate((text) => document.querySelector("speech-outline")?.append(text), text);
    await reached(page);
  }));

const long = `${text}\n\n`.repeat(Math.ceil(30_000 / text.length));

test("a long transcript is outlined in a worker", () =>
  withPage('<speech-outline src="t.txt"></speech-outline>', async (page, requests) => {
    await reached(page);
    assert.ok(requests.includes("worker.js"));
  }, { files: { "t.txt": long }, policy: POLICY.replace(/require-trusted.*/, "") }));

test("… unless the page wants none, as under Trusted Types, which allow a worker to bundlers only", () =>
  withPage('<speech-outline src="t.txt" worker="off"></speech-outline>', async (page, requests) => {
    await reached(page);
    assert.ok(!requests.includes("worker.js"));
  }, { files: { "t.txt": long } }));

test("it can be loaded twice, moved, and removed while it loads", () =>
  withPage(`<speech-outline>${article}</speech-outline><div id="elsewhere"></div>`, async (page) => {
    await reached(page);
    const found = await page.evaluate(async (text) => {
      const elements = new URL("./element-define.js?again", document.baseURI).href;
      const again = await import(elements);
      const element = /** @type {import("./element-page.mjs").Element} */ (document.querySelector("speech-outline"));
      const nav = element.shadowRoot?.querySelector("nav");
      let events = 0;
      document.addEventListener("speech-outline-ready", () => (events += 1));
      document.addEventListener("speech-outline-error", () => (events += 1));
      document.querySelector("#elsewhere")?.append(element);
      const removed = document.createElement("speech-outline");
      removed.src = "never.txt";
      document.body.append(removed);
      await new Promise((resolve) => setTimeout(resolve, 100));
      removed.remove();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const seen = events;
      removed.text = text;
      document.body.append(removed);
      await new Promise((resolve) => removed.addEventListener("speech-outline-ready", resolve));
      return { class: typeof again.SpeechOutlineElement, same: nav === element.shadowRoot?.querySelector("nav"), seen, state: removed.state };
    }, text);
    assert.deepEqual(found, { class: "function", same: true, seen: 0, state: "ready" });
  }, { prepare: (page) => page.route("**/never.txt", () => {}) }));

test("it works as an element made by script, and in another shadow tree", () =>
  withPage("<div id=host></div>", async (page) => {
    await page.evaluate((text) => {
      const root = /** @type {Element} */ (document.querySelector("#host")).attachShadow({ mode: "open" });
      const target = document.createElement("div");
      target.id = "words";
      target.append(...text.split("\n\n").map((words) => Object.assign(document.createElement("p"), { textContent: words })));
      const element = document.createElement("speech-outline");
      element.htmlFor = "words";
      root.append(element, target);
    }, text);
    await page.locator("speech-outline nav").waitFor();
    await page.locator("speech-outline a[part~=quote]").first().click();
    const found = await page.evaluate(() => [...(CSS.highlights.get("speech-outline") ?? [])].map(String));
    assert.deepEqual(found.map(oneLine), [points[0]]);
  }));
