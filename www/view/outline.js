// @ts-check
/** @import { Outline, Section, Span } from "../speech-outline/index.js" */
import { sectionAt } from "../corrections.js";
import { h } from "../dom.js";
import { fill, strings } from "../strings.js";
import { Band } from "./band.js";
import { everything, filterControls, isEverything, showsPoint, showsSection } from "./filters.js";
import { Groups } from "./groups.js";
import { Lines } from "./lines.js";
import { say } from "./messages.js";

/** Sections are drawn in groups of so many, when they come near, unless they are few. */
const GROUP = 30;
const FEW = 120;
/** About how tall a section is, in em. */
const HEIGHT = 8;
/** How long the page may search without a pause, in milliseconds. */
const BREATH = 12;

/**
 * What was chosen: a whole section, or a span within one.
 * @typedef {{ section: number, span: Span | null, turn?: [number, number] }} Target
 */

/** @param {Target} target */
const keyOf = ({ section, span }) => (span ? `${span.start}-${span.end}` : `section-${section}`);

/** The outline as a page of buttons, each of which leads to its place in the transcript. */
export class OutlineView {
  /**
   * @param {HTMLElement} root
   * @param {{ choose: (target: Target) => void, toMark: () => void, tools: (target: Target) => HTMLElement | null }} on
   */
  constructor(root, on) {
    this.root = root;
    this.on = on;
    /** @type {WeakMap<Element, () => Target>} */
    this.targets = new WeakMap();
    /** @type {Map<string, HTMLElement[]>} */
    this.byKey = new Map();
    /** @type {Lines | null} */
    this.lines = null;
    /** @type {Band | null} */
    this.band = null;
    this.current = "";
    /** @type {HTMLElement | undefined} */
    this.lastUsed = undefined;
    /** @type {HTMLElement | null} */
    this.tools = null;
    this.text = "";
    /** @type {Outline | null} */
    this.outline = null;
    /** @type {HTMLElement} */
    this.list = h("div", { class: "sections" });
    /** @type {Groups | null} */
    this.groups = null;
    /** Counts the searches: only the last one counts. */
    this.search = 0;
    this.filter = everything();
    /** The sections that the filter lets through. @type {number[]} */
    this.shown = [];
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {string} text
   * @param {Outline} outline
   * @param {string} [note] said above the outline
   */
  show(text, outline, note) {
    const open = this.#openExchanges();
    const same = this.text === text;
    this.clear();
    if (!same) this.filter = everything();
    this.text = text;
    this.outline = outline;
    this.list = h("div", { class: "sections" });
    const lines = new Lines(text, outline, (line, target) => this.#register(line, target));
    const band = new Band(outline, label);
    [this.lines, this.band] = [lines, band];
    this.root.append(
      ...(note ? [h("p", { class: "note" }, note)] : []),
      h("div", { class: "overview" }, lines.head(), band.element, lines.keyPoints(), lines.speakers((line, speaker) => this.#cycle(line, speaker))),
      h(
        "div",
        { class: "parts" },
        h("h3", { class: "part-heading" }, strings.sectionsHeading),
        filterControls(outline, this.filter, () => void this.#applyFilter()),
        this.list,
        h("p", { class: "quiet none-found", hidden: true }, strings.nothingFound),
      ),
    );
    void this.#sift();
    this.#draw();
    for (const details of this.list.querySelectorAll("details")) details.open = open.has(details.dataset.key ?? "");
  }

  clear() {
    this.groups?.disconnect();
    this.groups = null;
    this.byKey.clear();
    this.current = "";
    this.outline = null;
    this.root.removeAttribute("data-prepared");
    this.root.replaceChildren();
  }

  /**
   * Shows what is chosen, and with `reveal` brings it into view.
   * @param {Target} target
   * @param {{ reveal?: boolean }} [options]
   */
  choose(target, { reveal = false } = {}) {
    if (reveal) {
      if (!this.shown.includes(target.section)) this.#showAll();
      this.groups?.need(this.shown.indexOf(target.section));
    }
    for (const element of this.byKey.get(this.current) ?? []) element.removeAttribute("aria-current");
    this.current = keyOf(target);
    const elements = this.byKey.get(this.current) ?? [];
    for (const element of elements) element.setAttribute("aria-current", "true");
    this.#placeTools(target, elements);
    this.band?.choose(target.section);
    if (!reveal) return;
    const last = elements.at(-1) ?? this.byKey.get(`section-${target.section}`)?.[0];
    last?.scrollIntoView({ block: "nearest" });
  }

  /** What can be done with the chosen line stands below it. @param {Target} target @param {HTMLElement[]} elements */
  #placeTools(target, elements) {
    this.tools?.remove();
    this.tools = null;
    const line = this.lastUsed && elements.includes(this.lastUsed) ? this.lastUsed : elements.at(-1);
    const tools = line && this.on.tools(target);
    if (!tools) return;
    (line.parentElement?.localName === "h4" ? line.parentElement : line).after(tools);
    this.tools = tools;
  }

  /** Puts the focus on the first line that leads to the place or behind it. @param {number} at */
  focusNearest(at) {
    if (!this.outline) return;
    this.groups?.need(this.shown.indexOf(sectionAt(this.outline.sections, at)));
    const lines = [...this.root.querySelectorAll(".points .line, .section-line")];
    const startOf = (/** @type {Element} */ line) => {
      const target = this.targets.get(line)?.();
      return target?.span?.start ?? this.outline?.sections[target?.section ?? 0]?.span.start ?? 0;
    };
    const next = lines.find((line) => startOf(line) >= at) ?? lines.at(-1);
    if (next instanceof HTMLElement) next.focus();
  }

  /** Puts the focus back on the line that was chosen. */
  focusCurrent() {
    const elements = this.byKey.get(this.current) ?? [];
    (this.lastUsed && elements.includes(this.lastUsed) ? this.lastUsed : elements.at(-1))?.focus();
  }

  /** Lets the outline be drawn again, and keeps the line that was used where it is. @param {() => Promise<void>} draw */
  async stay(draw) {
    const lines = () => [...this.root.querySelectorAll(".line")];
    const index = lines().findIndex((line) => line === this.lastUsed);
    const top = this.lastUsed?.getBoundingClientRect().top ?? 0;
    const hadFocus = this.lastUsed === document.activeElement;
    await draw();
    const line = lines()[index];
    if (!(line instanceof HTMLElement)) return;
    this.lastUsed = line;
    if (hadFocus) line.focus({ preventScroll: true });
    const moved = () => line.getBoundingClientRect().top - top;
    this.root.scrollTop += moved();
    // On a phone the outline scrolls with the page.
    scrollBy({ top: moved(), behavior: "instant" });
    line.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Each press leads to the speaker's next turn. @param {HTMLElement} button @param {number} speaker */
  #cycle(button, speaker) {
    let turn = -1;
    this.targets.set(button, () => {
      const spans = this.outline?.speakers[speaker]?.spans ?? [];
      turn = (turn + 1) % Math.max(1, spans.length);
      const span = spans[turn] ?? { start: 0, end: 0 };
      const section = this.outline?.sections.findIndex((section) => span.start < section.span.end) ?? 0;
      return { section: Math.max(0, section), span, turn: [turn + 1, spans.length] };
    });
  }

  /** Draws the sections that the filter lets through. */
  #draw() {
    const { shown, outline, lines } = this;
    this.groups?.disconnect();
    /** @type {import("./groups.js").Stretch[]} */
    const stretches = [];
    for (let first = 0; first < shown.length; first += GROUP) {
      const end = Math.min(first + GROUP, shown.length);
      stretches.push({ first, end, height: HEIGHT * (end - first) });
    }
    this.groups = new Groups(this.list, "ol", stretches, {
      lazy: shown.length > FEW,
      draw: (place) => {
        const index = shown[place] ?? -1;
        const section = outline?.sections[index];
        return section && lines ? lines.section(section, index) : null;
      },
    });
  }

  /**
   * Finds what the filter lets through, and hides the other key points.
   * @returns {Promise<boolean>} whether no other search has begun meanwhile
   */
  async #sift() {
    const { outline, filter, text } = this;
    const search = ++this.search;
    if (!outline) return false;
    if (isEverything(filter)) this.shown = [...outline.sections.keys()];
    else {
      const shown = [];
      let until = performance.now() + BREATH;
      for (const [index, section] of outline.sections.entries()) {
        if (showsSection(filter, text, section)) shown.push(index);
        if (performance.now() < until) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (search !== this.search) return false;
        until = performance.now() + BREATH;
      }
      this.shown = shown;
    }
    for (const [index, item] of [...this.root.querySelectorAll(".key-points li")].entries()) {
      const point = outline.keyPoints[index];
      if (item instanceof HTMLElement) item.hidden = !point || !showsPoint(filter, outline, point);
    }
    const none = this.root.querySelector(".none-found");
    if (none instanceof HTMLElement) none.hidden = this.shown.length > 0;
    return true;
  }

  async #applyFilter() {
    if (!(await this.#sift())) return;
    this.#redraw();
    say(fill(strings.shown, { shown: this.shown.length, n: this.outline?.sections.length ?? 0 }));
  }

  /** Draws the sections anew, and forgets the lines that are gone with the old ones. */
  #redraw() {
    this.list.replaceChildren();
    for (const [key, elements] of this.byKey) this.byKey.set(key, elements.filter((element) => element.isConnected));
    this.#draw();
  }

  #showAll() {
    Object.assign(this.filter, everything());
    const { outline } = this;
    if (outline) {
      this.root.querySelector(".filters")?.replaceWith(filterControls(outline, this.filter, () => void this.#applyFilter()));
    }
    // Without a filter there is nothing to wait for.
    void this.#sift();
    this.#redraw();
  }

  /** @template {HTMLElement} T @param {T} element @param {Target} target @returns {T} */
  #register(element, target) {
    const key = keyOf(target);
    this.targets.set(element, () => target);
    this.byKey.set(key, [...(this.byKey.get(key) ?? []), element]);
    if (key === this.current) element.setAttribute("aria-current", "true");
    return element;
  }

  #openExchanges() {
    return new Set([...this.root.querySelectorAll("details")].filter((one) => one.open).map((one) => one.dataset.key));
  }

  /** @param {Event} event */
  #click(event) {
    if (!(event.target instanceof Element)) return;
    const piece = this.band?.sectionOf(event.target);
    if (piece !== undefined) {
      this.on.choose({ section: piece, span: null });
      return;
    }
    const line = event.target.closest(".line");
    const target = line && this.targets.get(line)?.();
    if (!(line instanceof HTMLElement) || !target) return;
    this.lastUsed = line;
    this.on.choose(target);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    if (!event.target.matches(".line, summary")) return;
    if (event.key === "ArrowLeft") {
      event.preventDefault();
      if (event.target.getAttribute("aria-current") !== "true") event.target.click();
      this.on.toMark();
      return;
    }
    if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const lines = [...this.root.querySelectorAll(".line, summary")].filter((line) => line.checkVisibility());
    const next = lines[lines.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }
}

/** @param {Section} section @param {number} index */
export function label({ kind, title }, index) {
  const template = title === "" ? strings.sectionLabel : strings.sectionLabelTitle;
  return fill(template, { number: index + 1, kind: strings.kinds[kind], title });
}
