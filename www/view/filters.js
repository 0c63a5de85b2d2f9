// @ts-check
/** @import { KeyPoint, Outline, Section, SectionKind } from "../speech-outline/index.js" */
import { h } from "../dom.js";
import { strings } from "../strings.js";

/**
 * What of an outline is to be seen: one kind, one speaker, certain words; empty and `null` stand for all.
 * @typedef {{ kind: SectionKind | "", speaker: number | null, words: string }} Filter
 */

/** @returns {Filter} */
export const everything = () => ({ kind: "", speaker: null, words: "" });

/** @param {Filter} filter */
export const isEverything = ({ kind, speaker, words }) => kind === "" && speaker === null && words === "";

/** @param {Filter} filter @param {string} text @param {Section} section */
export function showsSection(filter, text, section) {
  const { kind, speaker, words } = filter;
  return (
    (kind === "" || section.kind === kind) &&
    (speaker === null || section.speakers.includes(speaker)) &&
    (words === "" || contains(`${section.title}\n${text.slice(section.span.start, section.span.end)}`, words))
  );
}

/** @param {Filter} filter @param {Outline} outline @param {KeyPoint} point */
export function showsPoint(filter, outline, point) {
  const { kind, speaker, words } = filter;
  return (
    (kind === "" || outline.sections[point.section]?.kind === kind) &&
    (speaker === null || point.speaker === speaker) &&
    (words === "" || contains(point.text, words))
  );
}

/** @param {string} text @param {string} words */
const contains = (text, words) => text.toLowerCase().replace(/\s+/g, " ").includes(words.toLowerCase());

/**
 * The controls that set a filter.
 * @param {Outline} outline
 * @param {Filter} filter is changed in place
 * @param {() => void} changed
 */
export function filterControls(outline, filter, changed) {
  const kinds = new Set(outline.sections.map((section) => section.kind));
  const kindOptions = [...kinds].map((one) => option(strings.kinds[one], one, filter.kind === one));
  const kind = h("select", { "aria-label": strings.filterKind, "data-filter": "kind" }, option(strings.allKinds, "", filter.kind === ""), ...kindOptions);
  kind.addEventListener("change", () => {
    filter.kind = /** @type {SectionKind | ""} */ (kind.value);
    changed();
  });

  const speakers = outline.speakers.map(({ name }, index) => option(name, String(index), filter.speaker === index));
  const speaker = h("select", { "aria-label": strings.filterSpeaker, "data-filter": "speaker" }, option(strings.allSpeakers, "", filter.speaker === null), ...speakers);
  speaker.addEventListener("change", () => {
    filter.speaker = speaker.value === "" ? null : Number(speaker.value);
    changed();
  });

  const words = h("input", { type: "search", placeholder: strings.find, "aria-label": strings.find, value: filter.words, "data-filter": "words" });
  words.addEventListener("input", () => {
    filter.words = words.value.trim().replace(/\s+/g, " ");
    changed();
  });
  return h("div", { class: "filters", role: "search" }, kind, outline.speakers.length > 1 && speaker, words);
}

/** @param {string} name @param {string} value @param {boolean} selected */
const option = (name, value, selected) => h("option", { value, selected }, name);
