// @ts-check
/** @import { Outline, Section, Span } from "../speech-outline/index.js" */
import { calm, h } from "../dom.js";
import { strings } from "../strings.js";
import { cut, labelsOf, piecesOf } from "./pieces.js";

/** From this length on, chunks are laid out and drawn only when they come near. */
const LONG = 200_000;
/** How many passages are drawn at once; the others follow, so that the page never stands still. */
const SLICE = 100;

/**
 * The transcript as it reads: one passage for each section, its words exactly as pasted, key points underlined, the
 * chosen stretch marked. A passage stands in chunks of some kilobytes. In a long text, the browser lays them out only
 * when they come near, and they get their labels and underlines only then: megabytes cost a few hundred elements.
 */
export class TranscriptView {
  /**
   * @param {HTMLElement} root the scrolling element
   * @param {{ section: (index: number) => void, point: (span: Span, section: number) => void, back: () => void }} on
   */
  constructor(root, on) {
    this.root = root;
    this.on = on;
    this.text = "";
    this.growing = 0;
    /** @type {Span[]} */
    this.points = [];
    /** @type {Span[]} */
    this.labels = [];
    /** The passage of the chosen section. @type {HTMLElement | undefined} */
    this.current = undefined;
    /** @type {Chunk[]} */
    this.chunks = [];
    /** @type {HTMLElement[]} */
    this.passages = [];
    /** @type {Span | null} */
    this.marked = null;
    /** @type {WeakMap<Element, Chunk>} */
    this.chunkOf = new WeakMap();
    this.near = new IntersectionObserver((entries) => this.#came(entries), { root, rootMargin: "600px" });
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {string} text @param {Outline} outline */
  show(text, outline) {
    this.near.disconnect();
    this.text = text;
    this.outline = outline;
    this.marked = null;
    this.current = undefined;
    this.chunks = [];
    this.points = pointSpans(outline);
    this.labels = labelsOf(text, outline);
    this.passages = [];
    this.root.replaceChildren();
    this.root.classList.toggle("long", text.length > LONG);
    this.#grow(SLICE);
  }

  /** Draws at least the first `count` passages now, and the others soon. @param {number} count */
  #grow(count) {
    clearTimeout(this.growing);
    const sections = this.outline?.sections ?? [];
    const drawn = this.passages.length;
    const more = sections.slice(drawn, count).map((section, index) => this.#passage(section, drawn + index));
    this.passages.push(...more);
    this.root.append(...more);
    const now = this.passages.length;
    if (now < sections.length) this.growing = window.setTimeout(() => this.#grow(now + SLICE));
  }

  /** @param {Section} section @param {number} index */
  #passage(section, index) {
    const kind = strings.kinds[section.kind];
    const passage = h("div", { class: "passage", "data-kind": section.kind, "data-index": index });
    const tab = h(
      "button",
      { type: "button", class: "tab", tabindex: index === 0 ? 0 : -1 },
      h("span", { class: "unseen" }, strings.section),
      h("span", { class: "tab-number" }, String(index + 1)),
      h("span", {}, kind, section.title !== "" && h("span", { class: "unseen" }, `: ${section.title}`)),
    );
    const words = h("div", { class: "words" });
    for (const span of cut(this.text, section.span)) words.append(this.#chunk(span));
    passage.append(tab, words);
    const rows = Math.ceil((section.span.end - section.span.start) / 60);
    passage.style.containIntrinsicBlockSize = `auto ${rows * 1.7}em`;
    return passage;
  }

  clear() {
    clearTimeout(this.growing);
    this.text = "";
    this.near.disconnect();
    this.chunks = [];
    this.passages = [];
    this.current = undefined;
    this.marked = null;
    this.root.replaceChildren();
  }

  /**
   * Marks a section, or a span within one, and brings it into view.
   * @param {number} section
   * @param {Span | null} span
   */
  mark(section, span) {
    const before = this.marked;
    this.marked = span;
    this.#grow(section + 1);
    for (const chunk of this.chunks) {
      if (overlaps(chunk.span, before) || overlaps(chunk.span, span)) this.#draw(chunk);
    }
    const passage = this.passages[section];
    this.current?.classList.remove("current");
    this.current?.firstElementChild?.removeAttribute("aria-current");
    this.#tabStop(this.current ?? this.passages[0], false);
    passage?.classList.add("current");
    passage?.firstElementChild?.setAttribute("aria-current", "true");
    this.#tabStop(passage, true);
    this.current = passage;
    const target = (span && this.root.querySelector("mark")) ?? passage;
    if (target instanceof HTMLElement) this.#reveal(target);
  }

  /** The sections are one stop of the Tab key; the arrow keys walk among them. @param {Element | undefined} passage @param {boolean} on */
  #tabStop(passage, on) {
    passage?.firstElementChild?.setAttribute("tabindex", on ? "0" : "-1");
  }

  /** Puts the focus on what is marked. */
  focusMark() {
    const target = this.root.querySelector("mark") ?? this.root.querySelector(".passage.current .tab");
    if (!(target instanceof HTMLElement)) return;
    if (target.localName === "mark") target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /**
   * The place in the text of a place in the page; `null` where it is not within the transcript's words.
   * @param {Node} node
   * @param {number} offset
   */
  offsetOf(node, offset) {
    const element = node instanceof Element ? node : node.parentElement;
    const chunk = element?.closest(".chunk") ?? element?.querySelector(".chunk");
    const span = chunk && this.chunkOf.get(chunk)?.span;
    if (!span) return null;
    const before = document.createRange();
    before.setStart(chunk, 0);
    if (chunk.contains(node)) before.setEnd(node, offset);
    return span.start + before.toString().length;
  }

  /** @param {Span} span */
  #chunk(span) {
    const element = h("div", { class: "chunk" }, this.text.slice(span.start, span.end));
    const chunk = { element, span, drawn: false };
    this.chunks.push(chunk);
    this.chunkOf.set(element, chunk);
    if (this.text.length > LONG) this.near.observe(element);
    else this.#draw(chunk);
    return element;
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #came(entries) {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      this.near.unobserve(entry.target);
      const chunk = this.chunkOf.get(entry.target);
      if (chunk && !chunk.drawn) this.#draw(chunk);
    }
  }

  /** @param {Chunk} chunk */
  #draw(chunk) {
    const { text, points, labels } = this;
    chunk.drawn = true;
    const nodes = piecesOf(chunk.span, { mark: this.marked, points, labels }).map((piece) => {
      /** @type {Node} */
      let node = document.createTextNode(text.slice(piece.start, piece.end));
      if (piece.label) node = h("b", { class: "label" }, node);
      if (piece.point) {
        node = h("span", { class: "point", "data-start": piece.point.start, "data-end": piece.point.end }, node);
      }
      return piece.marked ? h("mark", {}, node) : node;
    });
    chunk.element.replaceChildren(...nodes);
  }

  /**
   * Scrolls so that the element stands in the upper part. What comes into view may turn out taller than it was taken
   * for, so the place is checked again once it has been laid out.
   * @param {HTMLElement} element
   */
  #reveal(element) {
    const distance = () => {
      const inset = Math.min(this.root.clientHeight * 0.25, 140);
      return element.getBoundingClientRect().top - this.root.getBoundingClientRect().top - inset;
    };
    const until = performance.now() + 400;
    const settle = () => {
      if (!element.isConnected) return;
      if (Math.abs(distance()) > 2) this.root.scrollBy({ top: distance(), behavior: "instant" });
      if (performance.now() < until) requestAnimationFrame(settle);
    };
    if (this.root.classList.contains("long")) {
      settle();
      return;
    }
    const far = Math.abs(distance()) > 2 * this.root.clientHeight;
    this.root.scrollBy({ top: distance(), behavior: far || calm() ? "instant" : "smooth" });
  }

  /** @param {Event} event */
  #click(event) {
    if (!(event.target instanceof Element) || !this.outline) return;
    // Selecting words to copy them is not choosing a section.
    if (!event.target.closest(".tab") && String(getSelection())) return;
    const passage = event.target.closest(".passage");
    if (!(passage instanceof HTMLElement)) return;
    const section = Number(passage.dataset.index);
    const point = event.target.closest(".point");
    if (point instanceof HTMLElement) {
      this.on.point({ start: Number(point.dataset.start), end: Number(point.dataset.end) }, section);
    } else this.on.section(section);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" || event.key === "ArrowRight") {
      event.preventDefault();
      this.on.back();
      return;
    }
    const passage = event.target instanceof Element && event.target.closest(".tab")?.parentElement;
    if (!passage || !["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const index = Number(passage.dataset.index);
    const last = (this.outline?.sections.length ?? 1) - 1;
    const next = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: last }[event.key] ?? index;
    const section = Math.max(0, Math.min(last, next));
    this.on.section(section);
    const tab = this.passages[section]?.firstElementChild;
    if (tab instanceof HTMLElement) tab.focus({ preventScroll: true });
  }
}

/** @typedef {{ element: HTMLElement, span: Span, drawn: boolean }} Chunk */

/** @param {Span} a @param {Span | null} b */
const overlaps = (a, b) => b !== null && a.start < b.end && b.start < a.end;

/** Every key point's span once, in the order of the text. @param {Outline} outline @returns {Span[]} */
function pointSpans(outline) {
  const points = [...outline.keyPoints, ...outline.sections.flatMap((section) => section.keyPoints)];
  const byPlace = new Map(points.map(({ span }) => [`${span.start}-${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
