// @ts-check
/** @import { Exchange, KeyPoint, Outline, Section, Span } from "../speech-outline/index.js" */
import { h } from "../dom.js";
import { strings } from "../strings.js";
import { clock, excerpt, spoken } from "../text.js";
import { everything, filterControls, isEverything, showsPoint, showsSection } from "./filters.js";
import { say } from "./messages.js";

/** Below this, a section says that it is not sure of itself. */
const LOW_CONFIDENCE = 0.5;
/** How many sections are drawn at once; more follow when the reader comes near the end of the list. */
const SLICE = 60;
/** More pieces than this are no picture any more. */
const MAX_PIECES = 300;

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
    /** The pieces of the band, and the first section of each. @type {{ element: HTMLElement, first: number }[]} */
    this.pieces = [];
    this.current = "";
    /** @type {HTMLElement | undefined} */
    this.lastUsed = undefined;
    /** @type {HTMLElement | null} */
    this.tools = null;
    this.text = "";
    /** @type {Outline | null} */
    this.outline = null;
    /** @type {HTMLElement} */
    this.list = h("ol", { class: "sections" });
    this.more = h("li", { class: "more", "aria-hidden": "true" });
    new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#draw(this.drawn + SLICE);
      },
      { rootMargin: "1500px" },
    ).observe(this.more);
    this.drawn = 0;
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
    this.list = h("ol", { class: "sections" });
    this.root.append(
      ...(note ? [h("p", { class: "note" }, note)] : []),
      h("div", { class: "overview" }, this.#head(outline), this.#band(outline), this.#keyPoints(outline), this.#speakers(outline)),
      h(
        "div",
        { class: "parts" },
        h("h3", { class: "part-heading" }, strings.sectionsHeading),
        filterControls(outline, this.filter, () => this.#applyFilter()),
        this.list,
        h("p", { class: "quiet none-found", hidden: true }, strings.nothingFound),
      ),
    );
    this.#sift();
    this.root.classList.toggle("long", outline.sections.length > 2 * SLICE);
    this.#draw(SLICE);
    for (const details of this.list.querySelectorAll("details")) details.open = open.has(details.dataset.key ?? "");
  }

  clear() {
    this.drawn = 0;
    this.byKey.clear();
    this.current = "";
    this.outline = null;
    this.root.replaceChildren();
  }

  /**
   * Shows what is chosen, and with `reveal` brings it into view.
   * @param {Target} target
   * @param {{ reveal?: boolean }} [options]
   */
  choose(target, { reveal = false } = {}) {
    // The whole list up to the line has to stand before it can be scrolled to.
    if (reveal) {
      if (!this.shown.includes(target.section)) this.#showAll();
      this.#draw(this.shown.indexOf(target.section) + 1);
    }
    for (const element of this.byKey.get(this.current) ?? []) element.removeAttribute("aria-current");
    this.current = keyOf(target);
    const elements = this.byKey.get(this.current) ?? [];
    for (const element of elements) element.setAttribute("aria-current", "true");
    this.#placeTools(target, elements);
    this.root.querySelector(".band .current")?.classList.remove("current");
    this.pieces.filter(({ first }) => first <= target.section).at(-1)?.element.classList.add("current");
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

  /** @param {Outline} outline */
  #head(outline) {
    const { title, source, date, place } = outline;
    const facts = [date, place, source].filter((fact) => fact !== null && fact !== title);
    return h(
      "div",
      { class: "head" },
      h("p", { class: title ? "title" : "title none", dir: "auto" }, title ?? strings.noTitle),
      facts.length > 0 && h("p", { class: "where" }, ...facts.map((fact) => h("span", { dir: "auto" }, fact))),
    );
  }

  /** The whole event in one line. The same sections stand below as a list, so it is silent. @param {Outline} outline */
  #band(outline) {
    const band = h("div", { class: "band", "aria-hidden": "true" });
    const length = outline.sections.at(-1)?.span.end ?? 0;
    this.pieces = [];
    let width = 0;
    for (const [index, section] of outline.sections.entries()) {
      // Among very many sections, the small ones share a piece.
      const last = this.pieces.at(-1);
      if (last && outline.sections.length > MAX_PIECES && width < length / MAX_PIECES) {
        width += section.span.end - section.span.start;
        last.element.style.flexGrow = String(width);
        continue;
      }
      width = section.span.end - section.span.start;
      const element = h("span", { "data-kind": section.kind, title: label(section, index) });
      element.style.flexGrow = String(width);
      this.targets.set(element, () => ({ section: index, span: null }));
      this.pieces.push({ element, first: index });
    }
    band.append(...this.pieces.map(({ element }) => element));
    return band;
  }

  /** @param {Outline} outline */
  #keyPoints(outline) {
    const points = outline.keyPoints.map((point) => h("li", {}, this.#point(point, true)));
    return h(
      "div",
      { class: "key-points" },
      h("h3", { class: "part-heading" }, strings.keyPoints),
      points.length > 0 ? h("ol", {}, ...points) : h("p", { class: "quiet" }, strings.noKeyPoints),
    );
  }

  /** @param {KeyPoint} point @param {boolean} named whether to say who said it */
  #point(point, named) {
    const who = named && point.speaker !== null && this.outline?.speakers[point.speaker]?.name;
    const labels = point.reasons.map((reason) => h("span", { class: "reason" }, reason));
    const button = h(
      "button",
      { type: "button", class: "line point-line" },
      h("span", { class: "quoted", dir: "auto" }, ...this.#context(point), ...this.#words(point)),
      (who || labels.length > 0) && h("span", { class: "meta" }, who && h("span", { class: "who" }, who), ...labels),
    );
    return this.#register(button, { section: point.section, span: point.span });
  }

  /** The sentence that a key point leans on, in a quieter voice. @param {KeyPoint} point */
  #context({ context }) {
    if (!context) return [];
    return [h("span", { class: "quiet" }, excerpt(spoken(this.text, this.outline, context))), " "];
  }

  /** The words of a key point, its figures and dates a little stronger. @param {KeyPoint} point */
  #words(point) {
    const nodes = [];
    let at = point.span.start;
    for (const { kind, span } of point.facts) {
      if ((kind !== "figure" && kind !== "date") || span.start < at || span.end > point.span.end) continue;
      nodes.push(spoken(this.text, this.outline, { start: at, end: span.start }), h("b", {}, spoken(this.text, this.outline, span)));
      at = span.end;
    }
    return [...nodes, spoken(this.text, this.outline, { start: at, end: point.span.end })];
  }

  /** @param {Outline} outline */
  #speakers(outline) {
    const total = outline.speakers.reduce((sum, speaker) => sum + speaker.words, 0);
    if (total === 0) return null;
    const most = [...outline.speakers.entries()].sort(([, a], [, b]) => b.words - a.words);
    const items = most.map(([index, speaker]) => {
      const percent = (speaker.words / total) * 100;
      const bar = h("span", { class: "bar-fill" });
      bar.style.inlineSize = `${percent}%`;
      const button = h(
        "button",
        { type: "button", class: "line speaker" },
        h("span", { class: "name", dir: "auto" }, speaker.name),
        h("span", { class: "role" }, strings.roles[speaker.role]),
        h("span", { class: "share" }, strings.share(percent)),
        h("span", { class: "bar-track" }, bar),
      );
      this.#cycle(button, index);
      return h("li", {}, button);
    });
    return h("div", { class: "speakers" }, h("h3", { class: "part-heading" }, strings.speakersHeading), h("ul", {}, ...items));
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

  /** Draws at least the first `count` sections. @param {number} count */
  #draw(count) {
    const items = this.shown.slice(this.drawn, count).flatMap((index) => {
      const section = this.outline?.sections[index];
      return section ? [this.#section(section, index)] : [];
    });
    this.drawn += items.length;
    this.more.remove();
    this.list.append(...items, ...(this.drawn < this.shown.length ? [this.more] : []));
  }

  /** Finds what the filter lets through, and hides the other key points. */
  #sift() {
    const { outline, filter, text } = this;
    if (!outline) return;
    const all = isEverything(filter);
    this.shown = [...outline.sections.keys()].filter((index) => {
      const section = outline.sections[index];
      return section && (all || showsSection(filter, text, section));
    });
    for (const [index, item] of [...this.root.querySelectorAll(".key-points li")].entries()) {
      const point = outline.keyPoints[index];
      if (item instanceof HTMLElement) item.hidden = !point || !showsPoint(filter, outline, point);
    }
    const none = this.root.querySelector(".none-found");
    if (none instanceof HTMLElement) none.hidden = this.shown.length > 0;
  }

  #applyFilter() {
    this.#sift();
    this.list.replaceChildren();
    this.drawn = 0;
    for (const [key, elements] of this.byKey) this.byKey.set(key, elements.filter((element) => element.isConnected));
    this.#draw(SLICE);
    say(strings.shown(this.shown.length, this.outline?.sections.length ?? 0));
  }

  #showAll() {
    Object.assign(this.filter, everything());
    const { outline } = this;
    if (outline) {
      this.root.querySelector(".filters")?.replaceWith(filterControls(outline, this.filter, () => this.#applyFilter()));
    }
    this.#applyFilter();
  }

  /** @param {Section} section @param {number} index */
  #section(section, index) {
    const kind = strings.kinds[section.kind];
    const names = section.speakers.map((speaker) => this.outline?.speakers[speaker]?.name ?? "");
    const unsure = section.confidence < LOW_CONFIDENCE;
    const percent = Math.round(section.confidence * 100);
    const button = h(
      "button",
      { type: "button", class: "line section-line" },
      h("span", { class: "kind" }, h("span", { class: "number" }, String(index + 1)), kind),
      section.title !== "" && h("span", { class: "section-title", dir: "auto" }, section.title),
      h(
        "span",
        { class: "meta" },
        section.time && h("span", { class: "time" }, `${clock(section.time.start)}–${clock(section.time.end)}`),
        names.length > 0 && h("span", { class: "who", dir: "auto" }, names.join(", ")),
        unsure && h("span", { class: "unsure", title: strings.unsureWhy(percent) }, strings.unsure),
      ),
    );
    this.#register(button, { section: index, span: null });
    const points = section.keyPoints.map((point) => h("li", {}, this.#point(point, section.speakers.length > 1)));
    return h(
      "li",
      { class: "section", "data-kind": section.kind },
      h("h4", {}, button),
      section.exchange && this.#exchange(section.exchange, index),
      points.length > 0 && h("ul", { class: "points" }, ...points),
    );
  }

  /** @param {Exchange} exchange @param {number} section */
  #exchange(exchange, section) {
    const lines = h("ul", {});
    let answers = 0;
    const walk = (/** @type {Exchange} */ one) => {
      lines.append(h("li", {}, this.#said(strings.question, one.asker, one.question, section)));
      for (const answer of one.answers) lines.append(h("li", {}, this.#said(strings.answer, answer.speaker, answer.span, section)));
      answers += one.answers.length;
      for (const followUp of one.followUps) walk(followUp);
    };
    walk(exchange);
    const more = exchange.followUps.length;
    const summary = [strings.question, strings.answers(answers), more > 0 && strings.followUps(more)].filter(Boolean);
    return h("details", { class: "exchange", "data-key": this.text.slice(exchange.question.start, exchange.question.end).slice(0, 80) }, h("summary", {}, summary.join(", ")), lines);
  }

  /** @param {string} what @param {number | null} speaker @param {Span} span @param {number} section */
  #said(what, speaker, span, section) {
    const who = speaker !== null && this.outline?.speakers[speaker]?.name;
    const button = h(
      "button",
      { type: "button", class: "line said" },
      h("span", { class: "meta" }, h("span", { class: "what" }, what), who && h("span", { class: "who", dir: "auto" }, who)),
      h("span", { class: "quoted", dir: "auto" }, excerpt(spoken(this.text, this.outline, span))),
    );
    return this.#register(button, { section, span });
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
    const element = event.target instanceof Element && event.target.closest(".line, .band span");
    const target = element && this.targets.get(element)?.();
    if (!element || !target) return;
    if (element instanceof HTMLButtonElement) this.lastUsed = element;
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
export const label = (section, index) => strings.sectionLabel(index + 1, strings.kinds[section.kind], section.title);
