// @ts-check
/** @import { Outline, Section } from "../speech-outline/index.js" */
import { h } from "../dom.js";

/** More pieces than this are no picture any more. */
const MAX_PIECES = 300;

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
    let width = 0;
    for (const [index, section] of sections.entries()) {
      // Among very many sections, the small ones share a piece.
      const last = this.#pieces.at(-1);
      if (last && sections.length > MAX_PIECES && width < length / MAX_PIECES) {
        width += section.span.end - section.span.start;
        last.element.style.flexGrow = String(width);
        continue;
      }
      width = section.span.end - section.span.start;
      const element = h("span", { "data-kind": section.kind, title: nameOf(section, index) });
      element.style.flexGrow = String(width);
      this.#pieces.push({ element, first: index });
    }
    // The same sections stand below as a list, so the band is silent.
    this.element = h("div", { class: "band", "aria-hidden": "true" }, ...this.#pieces.map(({ element }) => element));
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
