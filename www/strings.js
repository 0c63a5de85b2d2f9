// @ts-check
// The strings of the page in the language of its reader. They are in `strings/`, one file for each language. English is
// always there; another language is loaded when it is spoken.
import { strings as english } from "./strings/en.js";

/** @typedef {typeof english} Strings */
/** A string by the plural category of its number `n`. @typedef {{ one: string, other: string }} Plural */

const LOAD = {
  en: async () => ({ strings: english }),
  de: () => import("./strings/de.js"),
  fr: () => import("./strings/fr.js"),
  es: () => import("./strings/es.js"),
};

/** @typedef {keyof typeof LOAD} Language */

/** The languages of the page, by their own names. @type {Record<Language, string>} */
export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };

const CHOICE = "speech-outline: language";

/** The language that the page speaks. @type {Language} */
export let language = "en";

/** Its strings. Another language takes their place in the same object. @type {Strings} */
export const strings = { ...english };

/** How it writes numbers, and which plural it takes. */
let rules = rulesOf(language);

/** @type {(() => void)[]} */
const listeners = [];

/** Calls back now, and whenever the page changes its language. @param {() => void} draw */
export function spoken(draw) {
  draw();
  listeners.push(draw);
}

/** Speaks the language that the reader chose before, or that the browser asks for (`first.js`). */
export async function speakAsWanted() {
  const wanted = document.documentElement.dataset.awaits ?? language;
  if (wanted !== language) await speak(/** @type {Language} */ (wanted));
}

/** The reader's choice of a language, which is kept. @param {Language} chosen */
export async function choose(chosen) {
  try {
    localStorage.setItem(CHOICE, chosen);
  } catch {
    // It holds until the page is left.
  }
  await speak(chosen);
}

/** Changes the language of the page. Without a network, one that is not stored yet cannot be had. @param {Language} next */
async function speak(next) {
  const loaded = await LOAD[next]().catch(() => undefined);
  if (loaded) {
    language = next;
    rules = rulesOf(language);
    Object.assign(strings, loaded.strings);
  }
  for (const draw of listeners) draw();
}

/** @param {Language} language */
function rulesOf(language) {
  return { number: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language) };
}

/**
 * A string with its places filled in; numbers are written, and their plural chosen, as in the language of the page.
 * @param {string | Plural} template
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  const words = typeof template === "string" ? template : plural(template, Number(values.n));
  return words.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return typeof value === "number" ? rules.number.format(value) : (value ?? place);
  });
}

/** @param {Plural} template @param {number} n */
const plural = (template, n) =>
  /** @type {Partial<Record<Intl.LDMLPluralRule, string>>} */ (template)[rules.plural.select(n)] ?? template.other;
