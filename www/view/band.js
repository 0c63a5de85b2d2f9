// @ts-check
/** @import { Outline, Section } from "../speech-outline/index.js" */
import { h } from "../dom.js";

/** More pieces than this are no picture any more, and with fewer there is no room for gaps between them. */
const MAX_PIECES = 200;
const DENSE = 60;

/** The whole event in one line, its sections in their colours and proportions. */
export class Band {
  /** The pieces, and the first section of each. @type {{ element: HTMLElement, first: number }[]} */
  #pieces = [];

  /**
   * @param {Outline} outline
   * @param {(section: Section, index: number) => string} nameOf
   */
  constructor({ sections }, nameOf) {
    const length = sections.at(-1)?.span.end ?? 0;
    // Among very many sections, the small ones share a piece.
    const smallest = sections.length > MAX_PIECES ? length / MAX_PIECES : 0;
    for (let first = 0; first < sections.length; ) {
      const section = sections[first];
      if (!section) break;
      let end = first + 1;
      while (end < sections.length && (sections[end]?.span.start ?? 0) - section.span.start < smallest) end += 1;
      const element = h("span", { "data-kind": section.kind, title: nameOf(section, first) });
      element.style.flexGrow = String((sections[end - 1]?.span.end ?? 0) - section.span.start);
      this.#pieces.push({ element, first });
      first = end;
    }
    const dense = this.#pieces.length > DENSE;
    this.element = h("div", { class: dense ? "band dense" : "band", "aria-hidden": "true" }, ...this.#pieces.map(({ element }) => element));
  }

  /** The first section of a piece. @param {Element} element */
  sectionOf(element) {
    return this.#pieces.find((piece) => piece.element === element)?.first;
  }

  /** Shows where in the event a section is. @param {number} section */
  choose(section) {
    this.element.querySelector(".current")?.classList.remove("current");
    this.#pieces.filter(({ first }) => first <= section).at(-1)?.element.classList.add("current");
  }
}
