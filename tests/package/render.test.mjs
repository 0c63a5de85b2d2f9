// Markdown, HTML and schema.org data: that they say what the outline says, and that no transcript becomes markup.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { outline } from "speech-outline";
import { describeJsonLd, labels, renderElement, renderHtml, renderJsonLd, renderMarkdown } from "speech-outline/render";

import { launch } from "../browser/browser.mjs";
import { outlineOf } from "../browser/payloads.mjs";

const text = readFileSync(new URL("../fixtures/outline/ferry-briefing.txt", import.meta.url), "utf8").split("\n====================")[0] ?? "";
const made = outline(text);

const PAYLOADS = [
  "<script>alert(1)</script>",
  "\"'><img src=x onerror=alert(1)>",
  "</script><!--<script>",
  "</template></speech-outline><p>out</p>",
  "]]> --> &amp; &#0; &lt;b&gt;",
  "a\0b\u0001c\ud800d\ufffee\u2028f",
  "line one\nline - two, & three\r\nline three",
];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

/** @param {(page: import("playwright-core").Page) => Promise<void>} check @param {string} [body] */
async function withPage(check, body = "") {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  try {
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A page</title>${body}` }));
    await page.goto("http://article.test/");
    await check(page);
  } finally {
    await page.close();
  }
}

test("HTML reads back as it was written, and shows every key point and section once", () =>
  withPage(async (page) => {
    const html = renderHtml(made, { text, id: "o", cite: "https://example.org/a?b&c" });
    const found = await page.evaluate((html) => {
      document.body.innerHTML = html;
      const all = (/** @type {string} */ selector) => [...document.body.querySelectorAll(selector)];
      return {
        html: document.body.innerHTML.replaceAll(' open=""', " open"),
        ids: all("[id]").map(({ id }) => id),
        points: all("nav > ul q").map((quote) => quote.textContent),
        cite: document.querySelector("q")?.cite,
        titles: all(".speech-outline-title").map((line) => line.textContent),
        headings: all("h1, h2, h3, h4, h5, h6").map((heading) => heading.tagName),
        label: document.getElementById(document.querySelector("nav")?.getAttribute("aria-labelledby") ?? "")?.textContent,
      };
    }, html);
    assert.equal(found.html, html.replaceAll("&#39;", "'"));
    assert.equal(new Set(found.ids).size, found.ids.length, "ids are unique");
    assert.deepEqual(found.points, made.keyPoints.map((point) => point.text.replace(/\s+/g, " ")));
    assert.equal(found.cite, "https://example.org/a?b&c");
    const spokenSections = made.sections.filter(({ kind }) => kind !== "front-matter");
    assert.deepEqual(found.titles, spokenSections.map(({ kind, title }) => title || labels.en[kind]));
    assert.deepEqual(found.headings, ["H2", "H3", "H3"]);
    assert.equal(found.label, labels.en.heading);
  }));

test("HTML follows its options", () => {
  assert.match(renderHtml(made, { headingLevel: 4 }), /<h4 [^>]*>What was said<\/h4>.*<h5 .*<h5 /s);
  assert.match(renderHtml(made, { headingLevel: 6 }), /<h6 .*<h6 /s);
  assert.match(renderHtml(made, { heading: "The briefing" }), />The briefing<\/h2>/);
  assert.match(renderHtml(made, { language: "de-CH" }), /Das Wichtigste/);
  assert.match(renderHtml(made, { language: "xx", labels: { keyPoints: "Nøkkelpunkter" } }), /Nøkkelpunkter.*Section by section/s);
  assert.doesNotMatch(renderHtml(made, { collapsed: true }), /<details class="speech-outline-sections" open>/);
  assert.doesNotMatch(renderHtml(made, { text, links: false }), /<a |href/);
  const away = renderHtml(made, { text, url: "https://example.org/article" });
  assert.deepEqual([...away.matchAll(/href="([^#]*)/g)].filter(([, url]) => url !== "https://example.org/article"), []);
});

for (const payload of PAYLOADS) {
  test(`no transcript becomes markup: ${JSON.stringify(payload)}`, () =>
    withPage(async (page) => {
      const evil = outlineOf(payload);
      const options = { text: payload, id: payload, heading: payload, cite: payload, labels: { details: payload } };
      const html = renderHtml(evil, options);
      const element = renderElement(evil, { ...options, for: payload, stylesheet: payload });
      const data = renderJsonLd(evil, { text: payload, url: "https://example.org/", name: payload });
      const found = await page.evaluate(([html = "", element = "", data = ""]) => {
        const tags = (/** @type {ParentNode} */ root) => [...new Set([...root.querySelectorAll("*")].map(({ localName }) => localName))].sort();
        /** @param {string} html */
        const parsed = (html) => /** @type {any} */ (Document).parseHTMLUnsafe(`<!doctype html><body>${html}`);
        const script = parsed(`<script type="application/ld+json">${data}</script>`);
        const host = parsed(element);
        return {
          html: tags(parsed(html).body),
          element: tags(host.body),
          shadow: tags(host.body.firstChild.shadowRoot),
          script: tags(script.documentElement),
          data: JSON.parse(script.querySelector("script").textContent),
        };
      }, [html, element, data]);
      const known = ["a", "b", "cite", "details", "h2", "h3", "li", "nav", "ol", "p", "q", "span", "summary", "ul"];
      assert.deepEqual(found.html, known);
      assert.deepEqual(found.element, ["speech-outline"]);
      assert.deepEqual(found.shadow, [...known, "link", "slot"].sort());
      assert.deepEqual(found.script, ["body", "head", "script"]);
      assert.deepEqual(found.data, JSON.parse(JSON.stringify(describeJsonLd(evil, { text: payload, url: "https://example.org/", name: payload }))));
      assert.match(renderMarkdown(evil, payload), /^# /);
    }));
}

test("without the transcript there are no words of questions, and all the rest", () => {
  const questions = made.sections.filter(({ exchange }) => exchange).length;
  assert.ok(questions > 0);
  assert.match(renderMarkdown(made, text), /\*\*Question\*\*/);
  assert.doesNotMatch(renderMarkdown(made), /\*\*Question\*\*/);
  assert.equal(renderMarkdown(made).match(/^### /gm)?.length, made.sections.length);
  assert.equal(renderHtml(made).match(/<b class="speech-outline-label">Question</g)?.length, renderHtml(made, { text }).match(/<b class="speech-outline-label">Question</g)?.length);
});

test("what lies between the words of a sentence is no part of a quotation", () => {
  const words = "We will 00:01 --> 00:02 build it.";
  const evil = outlineOf(words);
  evil.masked = [{ start: 8, end: 23 }];
  assert.match(renderHtml(evil), /<q>We will build it\.<\/q>/);
  assert.match(renderMarkdown(evil), /^- We will build it\. — /m);
  assert.match(renderJsonLd(evil), /"text":"We will build it\."/);
});

test("schema.org data names who is known, and asks and answers in words", () => {
  const data = /** @type {any} */ (describeJsonLd(made, { text, url: "https://example.org/a", datePublished: "2026-05-14" }));
  assert.equal(data.url, "https://example.org/a");
  assert.equal(data.datePublished, "2026-05-14");
  const questions = data.hasPart.flatMap((/** @type {any} */ part) => part.hasPart ?? []).filter((/** @type {any} */ part) => part["@type"] === "Question");
  assert.ok(questions.length > 0);
  for (const { text: words, answerCount, suggestedAnswer } of questions) {
    assert.ok(text.replace(/\s+/g, " ").includes(words.replace(/ …$/, "")));
    assert.equal(suggestedAnswer?.length ?? 0, answerCount);
  }
  const names = data.contributor.map((/** @type {any} */ person) => person.name);
  assert.ok(names.every((/** @type {string} */ name) => made.speakers.some((speaker) => speaker.name === name && speaker.role !== "press")));
});

const article = text.split(/\n\s*\n/).map((paragraph) => `<p>${paragraph.replace(/[&<]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`).join("");
test("without a script, every line leads to its place by a text fragment", () =>
  withPage(async (page) => {
    const before = await page.evaluate(() => document.querySelector("#article")?.getBoundingClientRect().top ?? 0);
    assert.ok(before > 3000);
    const lines = await page.locator("a[href*=':~:']").count();
    assert.equal(lines, await page.locator("a[data-span]").count());
    await page.locator("details").evaluateAll((all) => all.forEach((details) => (/** @type {HTMLDetailsElement} */ (details).open = true)));
    for (const line of await page.locator("a[data-span]").all()) {
      await page.evaluate(() => scrollTo(0, 0));
      const [start, end] = (await line.getAttribute("data-span") ?? "").split("-").map(Number);
      await line.evaluate((line) => /** @type {HTMLElement} */ (line).click());
      await page.waitForFunction(() => scrollY > 2000, undefined, { timeout: 5000 }).catch(() => assert.fail(`no place for ${text.slice(start, end)}`));
    }
  }, `<style>#space { height: 4000px }</style>${renderHtml(made, { text })}<div id="space"></div><div id="article">${article}</div><div id="space"></div>`));
