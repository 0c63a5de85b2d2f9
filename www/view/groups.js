// @ts-check
import { h } from "../dom.js";

/**
 * Neighbours in a list, from `first` to before `end`, and about how tall they are, in em.
 * @typedef {{ first: number, end: number, height: number }} Stretch
 */

/**
 * A long list in groups of neighbours. A group gets its content when it comes near, or when something in it is asked
 * for: megabytes cost a few hundred elements, and no step takes long.
 */
export class Groups {
  #filled = 0;

  /**
   * @param {HTMLElement} place where the groups stand
   * @param {"div" | "ol"} tag
   * @param {Stretch[]} stretches they tile the list
   * @param {{ lazy: boolean, root?: HTMLElement, draw: (index: number) => Node | null, near?: (stretch: Stretch) => void }} how
   *   `lazy`: otherwise everything is there at once; `root`: what scrolls; `near`: called when a group has come near
   */
  constructor(place, tag, stretches, { lazy, root, draw, near }) {
    this.draw = draw;
    this.groups = stretches.map((stretch) => ({ stretch, element: h(tag, { class: "group" }), filled: false }));
    place.classList.toggle("long", lazy);
    place.replaceChildren(...this.groups.map(({ element }) => element));
    if (!lazy) {
      for (const group of this.groups) this.#fill(group);
      return;
    }
    const byElement = new Map(this.groups.map((group) => [/** @type {Element} */ (group.element), group]));
    const margins = { rootMargin: "1000px", scrollMargin: "1000px" };
    this.observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const group = byElement.get(target);
        if (!isIntersecting || !group) continue;
        this.observer?.unobserve(target);
        this.#fill(group);
        near?.(group.stretch);
      }
    }, root ? { root, ...margins } : margins);
    for (const { element, stretch } of this.groups) {
      element.style.minBlockSize = `${stretch.height}em`;
      element.style.containIntrinsicBlockSize = `auto ${stretch.height}em`;
      this.observer.observe(element);
    }
    const [first] = this.groups;
    if (first) this.#fill(first);
  }

  /** Sees to it that an item is there. @param {number} index */
  need(index) {
    const group = this.groups.find(({ stretch }) => index < stretch.end);
    if (group) this.#fill(group);
  }

  /** Fills one more group. @returns {boolean} whether there was one */
  more() {
    for (; this.#filled < this.groups.length; this.#filled += 1) {
      const group = this.groups[this.#filled];
      if (!group || group.filled) continue;
      this.#fill(group);
      return true;
    }
    return false;
  }

  /** The groups stop to fill themselves. */
  disconnect() {
    this.observer?.disconnect();
  }

  /** @param {Groups["groups"][number]} group */
  #fill(group) {
    if (group.filled) return;
    group.filled = true;
    const { first, end } = group.stretch;
    for (let index = first; index < end; index += 1) {
      const node = this.draw(index);
      if (node) group.element.append(node);
    }
    group.element.style.minBlockSize = "";
  }
}
