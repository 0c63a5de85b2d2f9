// @ts-check
/** @import { Outline, Section, SectionKind, Span } from "../speech-outline/index.js" */
/** @import { Correction } from "../corrections.js" */
import { h } from "../dom.js";
import { excerpt } from "../speech-outline/render/words.js";
import { fill, strings } from "../strings.js";
import { startsIn } from "./sentences.js";

/** @typedef {{ correct: (correction: Correction) => void, copy: (what: { span: Span } | { section: number }) => void, toText: () => void }} Acts */

/**
 * What can be done with a chosen span.
 * @param {Outline} outline
 * @param {Span} span
 * @param {Acts} on
 */
export function spanTools(outline, span, on) {
  const { start, end } = span;
  const isPoint = outline.keyPoints
    .concat(outline.sections.flatMap((section) => section.keyPoints))
    .some((point) => point.span.start === start && point.span.end === end);
  return h(
    "div",
    { class: "tools" },
    button(strings.toText, "to-text", on.toText),
    button(strings.copyQuotation, "copy", () => on.copy({ span })),
    isPoint && button(strings.dropPoint, "drop", () => on.correct({ type: "drop", start, end })),
  );
}

/**
 * What can be done with a chosen section.
 * @param {string} text
 * @param {Outline} outline
 * @param {number} index
 * @param {{ open: boolean }} form whether the form for corrections stands open
 * @param {Acts} on
 */
export function sectionTools(text, outline, index, form, on) {
  const section = outline.sections[index];
  if (!section) return null;
  const toggle = button(strings.correct, "correct", () => {
    form.open = !form.open;
    draw();
  });
  const tools = h("div", { class: "tools" }, button(strings.toText, "to-text", on.toText), toggle);
  const draw = () => {
    toggle.setAttribute("aria-expanded", String(form.open));
    tools.querySelector(".form")?.remove();
    if (form.open) tools.append(correctionForm(text, outline, section, index, on));
  };
  draw();
  return tools;
}

/** @param {string} text @param {Outline} outline @param {Section} section @param {number} index @param {Acts} on */
function correctionForm(text, outline, section, index, on) {
  const at = section.span.start;
  const before = outline.sections[index - 1];
  const after = outline.sections[index + 1];
  const words = (/** @type {number} */ start) => excerpt(text.slice(start, start + 90)).slice(0, 70);
  const inside = startsIn(text, section.span, outline.language);

  const kind = select("kind", (value) => on.correct({ type: "kind", at, kind: /** @type {SectionKind} */ (value) }));
  for (const [value, name] of Object.entries(strings.kinds)) kind.add(new Option(name, value, false, value === section.kind));

  const shown = capitalised(section.title, outline.language);
  const title = h("input", { type: "text", value: shown, "data-tool": "title", maxlength: 200, dir: "auto" });
  title.addEventListener("change", () => {
    if (title.value.trim() !== shown) on.correct({ type: "title", at, title: title.value.trim() });
  });

  const start = before && select("move", (value) => on.correct({ type: "move", from: at, to: Number(value) }));
  if (start && before) {
    for (const to of startsIn(text, before.span, outline.language)) start.add(new Option(`↑ ${words(to)}`, String(to)));
    start.add(new Option(words(at), String(at), true, true));
    for (const to of inside) start.add(new Option(`↓ ${words(to)}`, String(to)));
  }

  const split = inside.length > 0 && select("split", (value) => on.correct({ type: "split", at: Number(value) }));
  if (split) {
    split.add(new Option(strings.chooseSentence, "", true, true));
    for (const to of inside) split.add(new Option(words(to), String(to)));
  }

  return h(
    "div",
    { class: "form", role: "group", "aria-label": fill(strings.correctSection, { number: index + 1 }) },
    field(strings.kind, kind),
    field(strings.titleField, title),
    start && field(strings.startsAt, start),
    split && field(strings.splitAt, split),
    h(
      "div",
      { class: "form-buttons" },
      before && button(strings.joinBefore, "join-before", () => on.correct({ type: "join", at })),
      after && button(strings.joinAfter, "join-after", () => on.correct({ type: "join", at: after.span.start })),
    ),
  );
}

/** A title as the style sheet shows it. @param {string} title @param {string} language a BCP 47 tag */
const capitalised = (title, language) =>
  title.replace(/^\p{P}*\p{L}/u, (start) => start.toLocaleUpperCase(language === "und" ? "en" : language));

/** @param {string} name @param {string} tool @param {() => void} act */
const button = (name, tool, act) => h("button", { type: "button", class: "tool", "data-tool": tool, onclick: act }, name);

/** @param {string} tool @param {(value: string) => void} act */
function select(tool, act) {
  const element = h("select", { "data-tool": tool });
  element.addEventListener("change", () => act(element.value));
  return element;
}

/** @param {string} name @param {HTMLElement} control */
const field = (name, control) => h("label", { class: "field" }, h("span", {}, name), control);
