// The languages of the page: the same strings in each, spoken from the first word on, with room for the longest.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { strings as de } from "../../www/strings/de.js";
import { strings as en } from "../../www/strings/en.js";
import { strings as es } from "../../www/strings/es.js";
import { strings as fr } from "../../www/strings/fr.js";
import { outlined, paste, site, withPage } from "./harness.mjs";

const sample = await readFile(`${site}/samples/press-conference.txt`, "utf8");

/** @param {object} strings @param {string} [path] @returns {[path: string, text: string][]} */
const flat = (strings, path = "") =>
  Object.entries(strings).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${path}${name}`, value]] : flat(value, `${path}${name}.`),
  );

/** What a translation must leave as it is. @param {string} text */
const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
/** @param {string} text */
const keys = (text) => (text.match(/\[.+?\]/g) ?? []).length;

const ENGLISH = flat(en);
for (const [language, strings] of Object.entries({ de, fr, es })) {
  test(`${language}: every string is there, with the same places to fill in`, () => {
    const all = flat(strings);
    assert.deepEqual(all.map(([path]) => path), ENGLISH.map(([path]) => path));
    for (const [index, [path, text]] of all.entries()) {
      const english = ENGLISH[index]?.[1] ?? "";
      assert.equal(text === "", english === "", path);
      assert.deepEqual(places(text), places(english), path);
      assert.equal(keys(text), keys(english), path);
    }
    const words = all.filter(([, text], index) => text !== ENGLISH[index]?.[1]);
    assert.ok(words.length > 0.8 * all.length, "most strings differ from English");
  });
}

test("a language that the page knows is known before it is painted", async () => {
  const first = await readFile(new URL("../../www/first.js", import.meta.url), "utf8");
  const known = /LANGUAGES = (\[.*?\])/.exec(first)?.[1] ?? "";
  const files = (await readdir(new URL("../../www/strings", import.meta.url))).map((name) => name.replace(".js", ""));
  assert.deepEqual(JSON.parse(known).sort(), files.sort());
});

test("index.html says the same as the English strings", async () => {
  const html = await readFile(new URL("../../www/index.html", import.meta.url), "utf8");
  const named = [...html.matchAll(/data-(?:say|label|placeholder|title)="(\w+)"/g)].map(([, name]) => name ?? "");
  /** @type {Record<string, string>} */
  const page = en.page;
  for (const name of named) assert.ok(Object.hasOwn(page, name), name);
  for (const name of Object.keys(page)) assert.ok(named.includes(name) || name === "description", `${name} is used`);
  const texts = [...html.matchAll(/data-say="(\w+)"[^>]*>(.*?)<\/(?:a|p|h2|button|summary|span|label)>/g)];
  for (const [, name = "", text = ""] of texts) {
    assert.equal(text.replace(/<kbd>(.*?)<\/kbd>/g, "[$1]"), page[name], name);
  }
  for (const [, value, attribute, name = ""] of html.matchAll(/(?:aria-label|placeholder|title)="([^"]*)" data-(label|placeholder|title)="(\w+)"/g)) {
    assert.equal(value, page[name], `${attribute} ${name}`);
  }
  const samples = [...html.matchAll(/data-sample="(.*?)"><span class="name">(.*?)<\/span> <span class="quiet">(.*?)<\/span>/g)];
  assert.deepEqual(Object.fromEntries(samples.map(([, file, name, what]) => [file, { name, what }])), en.samples);
  assert.match(html, new RegExp(`<meta name="description" content="${page.description}">`));
});

for (const [locale, heading, words] of /** @type {const} */ ([
  ["de-AT", "Gliederung", "873 Wörter, 4 Min. Lesezeit"],
  ["fr-CA", "Plan", "873 mots, 4 min de lecture"],
  ["es-MX", "Esquema", "873 palabras, 4 min de lectura"],
  ["pt-BR", "Outline", "873 words, 4 min to read"],
])) {
  test(`a browser that asks for ${locale} gets ${heading}`, () =>
    withPage(
      async (page) => {
        await page.locator("#outline-heading", { hasText: heading }).waitFor();
        await paste(page, sample);
        await outlined(page);
        assert.equal(await page.locator("#count").textContent(), words);
        assert.equal(await page.locator("html").getAttribute("lang"), locale === "pt-BR" ? "en" : locale.slice(0, 2));
        assert.equal(await page.locator(".key-points .quoted").first().getAttribute("lang"), "en", "the words stay in their language");
      },
      { locale },
    ));
}

test("the language is chosen in the page, in the middle of work, and kept", () =>
  withPage(async (page) => {
    await paste(page, sample);
    await outlined(page);
    await page.locator(".section-line").nth(3).click();
    const marked = await page.locator(".passage.current .words").textContent();
    const language = page.getByRole("combobox", { name: "Language of this page" });
    await language.selectOption({ label: "Deutsch" });
    await page.locator(".section-line[aria-current] .kind", { hasText: "Ankündigung" }).waitFor();
    assert.equal(await page.locator(".passage.current .words").textContent(), marked, "the mark stays");
    assert.equal(await page.locator("#text").inputValue(), sample);
    await page.reload();
    await page.locator("#outline-heading", { hasText: "Gliederung" }).waitFor();
    await page.getByRole("combobox", { name: "Sprache dieser Seite" }).selectOption({ label: "English" });
    await page.locator("#outline-heading", { hasText: "Outline" }).waitFor();
  }));

for (const width of [320, 390, 768, 1280]) {
  test(`${width} px: nothing sticks out in German`, () =>
    withPage(
      async (page) => {
        const fits = async (/** @type {string} */ state) => {
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
          const cut = await page.locator("button, summary, .kind, .meta > *").evaluateAll((all) =>
            all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").map((one) => one.textContent),
          );
          assert.deepEqual(cut, [], state);
        };
        await page.locator(".note", { hasText: "Ein Beispiel" }).waitFor();
        await fits("empty");
        await paste(page, sample);
        await outlined(page);
        await fits("filled");
        const bar = await page.locator("#transcript .bar").evaluate((bar) => bar.clientHeight);
        if (width >= 390) assert.ok(bar < 60, `the bar of the transcript stands in one line: ${bar} px`);
        await page.locator(".section-line").nth(3).click();
        await page.locator("[data-tool=correct]").click();
        await fits("being corrected");
        await page.locator("#save-menu summary").click();
        await fits("menu");
      },
      { locale: "de", viewport: { width, height: 844 } },
    ));
}
