// @ts-check
/** @import { Outline, Section, Span } from "../speech-outline/index.js" */
import { calm, h } from "../dom.js";
import { strings } from "../strings.js";
import { Groups } from "./groups.js";
import { cut, heightOf, labelsOf, LENGTHY, piecesOf, stretchesOf } from "./pieces.js";

/** From this length on, and from so many sections on, passages are drawn and laid out only when they come near. */
const LONG = 200_000;
const MANY = 200;
/** How long the page rests between two groups that it draws ahead, in milliseconds. */
const REST = 30;

/**
 * The transcript as it reads: one passage for each section, its words exactly as pasted, key points underlined, the
 * chosen stretch marked. A passage stands in chunks of some kilobytes. In a long text, passages stand in groups that the
 * browser lays out only when they come near, and they get their labels and underlines only then.
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
    /** Whether passages are drawn only when they come near. */
    this.lazy = false;
    /** @type {Span[]} */
    this.points = [];
    /** @type {Span[]} */
    this.labels = [];
    /** Whose labels these are. @type {Outline["speakers"] | null} */
    this.speakers = null;
    /** The passage of the chosen section. @type {HTMLElement | undefined} */
    this.current = undefined;
    /** @type {Chunk[]} */
    this.chunks = [];
    /** Those that are drawn, by section. @type {(HTMLElement | undefined)[]} */
    this.passages = [];
    /** @type {Groups | null} */
    this.groups = null;
    /** @type {Span | null} */
    this.marked = null;
    /** @type {WeakMap<Element, Chunk>} */
    this.chunkOf = new WeakMap();
    /** Sees the chunks of a passage that is too long to be laid out as a whole. */
    this.near = new IntersectionObserver((entries) => this.#came(entries), { root, rootMargin: "600px" });
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {string} text @param {Outline} outline */
  show(text, outline) {
    this.clear();
    this.text = text;
    this.outline = outline;
    this.points = pointSpans(outline);
    if (this.speakers !== outline.speakers) this.labels = labelsOf(text, outline);
    this.speakers = outline.speakers;
    this.root.lang = outline.language === "und" ? "" : outline.language;
    const { sections } = outline;
    this.lazy = text.length > LONG || sections.length > MANY;
    this.groups = new Groups(this.root, "div", stretchesOf(sections), {
      lazy: this.lazy,
      root: this.root,
      draw: (index) => {
        const section = sections[index];
        return section ? (this.passages[index] = this.#passage(section, index)) : null;
      },
      near: ({ first, end }) => this.#drawBetween(sections[first]?.span.start ?? 0, sections[end - 1]?.span.end ?? 0),
    });
    if (this.lazy) this.#ahead();
  }

  /** Draws group after group, so that the browser's own search finds every word. */
  #ahead() {
    this.growing = window.setTimeout(() => {
      if (this.groups?.more()) this.#ahead();
    }, REST);
  }

  /** Draws the chunks of a stretch that have come near with it. @param {number} start @param {number} end */
  #drawBetween(start, end) {
    for (const chunk of this.chunks) {
      if (!chunk.drawn && !chunk.apart && chunk.span.start >= start && chunk.span.end <= end) this.#draw(chunk);
    }
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
    const chunks = cut(this.text, section.span);
    const apart = this.lazy && section.span.end - section.span.start > LENGTHY;
    for (const span of chunks) words.append(this.#chunk(span, apart));
    passage.append(tab, words);
    return passage;
  }

  clear() {
    clearTimeout(this.growing);
    this.text = "";
    this.near.disconnect();
    this.groups?.disconnect();
    this.groups = null;
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
    this.groups?.need(section);
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

  /** @param {Span} span @param {boolean} apart whether it comes near for itself, not with its group */
  #chunk(span, apart) {
    const element = h("div", { class: apart ? "chunk apart" : "chunk" }, this.text.slice(span.start, span.end));
    const chunk = { element, span, apart, drawn: false };
    this.chunks.push(chunk);
    this.chunkOf.set(element, chunk);
    if (apart) {
      element.style.containIntrinsicBlockSize = `auto ${heightOf(span)}em`;
      this.near.observe(element);
    } else if (!this.lazy) this.#draw(chunk);
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

/** @typedef {{ element: HTMLElement, span: Span, apart: boolean, drawn: boolean }} Chunk */

/** @param {Span} a @param {Span | null} b */
const overlaps = (a, b) => b !== null && a.start < b.end && b.start < a.end;

/** Every key point's span once, in the order of the text. @param {Outline} outline @returns {Span[]} */
function pointSpans(outline) {
  const points = [...outline.keyPoints, ...outline.sections.flatMap((section) => section.keyPoints)];
  const byPlace = new Map(points.map(({ span }) => [`${span.start}-${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
