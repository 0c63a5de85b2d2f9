// @ts-check
/** @import { Language } from "./strings.js" */
import { byId, h } from "./dom.js";
import { choose, language, LANGUAGES, speakAsWanted, spoken, strings } from "./strings.js";

/** @typedef {keyof typeof strings.page} Key */

/** The attributes of an element that the page's strings fill, and the attribute that names the string. */
const FILLED = { "aria-label": "data-label", placeholder: "data-placeholder", title: "data-title" };

/** Puts the page's own strings into it, in the language of its reader, and lets the reader choose another. */
export function speakPage() {
  const choice = byId("language", HTMLSelectElement);
  choice.append(...Object.entries(LANGUAGES).map(([tag, name]) => h("option", { value: tag, lang: tag }, name)));
  choice.addEventListener("change", () => void choose(/** @type {Language} */ (choice.value)));
  spoken(() => {
    choice.value = language;
    // As it comes, the page is in English.
    if (document.documentElement.lang === language) return;
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-say]")) element.replaceChildren(...words(stringOf(element, "data-say")));
    for (const [attribute, names] of Object.entries(FILLED)) {
      for (const element of document.querySelectorAll(`[${names}]`)) element.setAttribute(attribute, stringOf(element, names));
    }
  });
  void speakAsWanted().finally(() => delete document.documentElement.dataset.awaits);
}

/** @param {Element} element @param {string} attribute which names the string */
const stringOf = (element, attribute) => strings.page[/** @type {Key} */ (element.getAttribute(attribute))];

/** A string with its keys as keys. @param {string} text */
const words = (text) => text.split(/\[(.+?)\]/).map((part, index) => (index % 2 === 1 ? h("kbd", {}, part) : part));
