// @ts-check
/** @import { Exchange, KeyPoint, Outline, Section, Span } from "../speech-outline/index.js" */
/** @import { Target } from "./outline.js" */
import { h } from "../dom.js";
import { clock, excerpt, spoken } from "../speech-outline/render/words.js";
import { fill, strings } from "../strings.js";

/** Below this, a section says that it is not sure of itself. */
const LOW_CONFIDENCE = 0.5;

/** The lines of an outline as elements, each a button that leads to its place in the transcript. */
export class Lines {
  /**
   * @param {string} text
   * @param {Outline} outline
   * @param {<T extends HTMLElement>(line: T, target: Target) => T} register is told where a line leads
   */
  constructor(text, outline, register) {
    this.text = text;
    this.outline = outline;
    this.register = register;
    /** Words of the transcript are in its own language. */
    this.words = { dir: "auto", lang: outline.language === "und" ? undefined : outline.language };
  }

  /** Title, date and place. */
  head() {
    const { title, source, date, place } = this.outline;
    const facts = [date, place, source].filter((fact) => fact !== null && fact !== title);
    return h(
      "div",
      { class: "head" },
      title === null ? h("p", { class: "title none" }, strings.noTitle) : h("p", { class: "title", ...this.words }, title),
      facts.length > 0 && h("p", { class: "where" }, ...facts.map((fact) => h("span", this.words, fact))),
    );
  }

  keyPoints() {
    const points = this.outline.keyPoints.map((point) => h("li", {}, this.#point(point, true)));
    return h(
      "div",
      { class: "key-points" },
      h("h3", { class: "part-heading" }, strings.keyPoints),
      points.length > 0 ? h("ol", {}, ...points) : h("p", { class: "quiet" }, strings.noKeyPoints),
    );
  }

  /** @param {KeyPoint} point @param {boolean} named whether to say who said it */
  #point(point, named) {
    const who = named && this.#nameOf(point.speaker);
    const labels = point.reasons.map((reason) => h("span", { class: "reason" }, strings.reasons[reason] ?? reason));
    const button = h(
      "button",
      { type: "button", class: "line point-line" },
      h("span", { class: "quoted", ...this.words }, ...this.#context(point), ...this.#wordsOf(point)),
      (who || labels.length > 0) && h("span", { class: "meta" }, who && h("span", { class: "who", dir: "auto" }, who), ...labels),
    );
    return this.register(button, { section: point.section, span: point.span });
  }

  /** The sentence that a key point leans on, in a quieter voice. @param {KeyPoint} point */
  #context({ context }) {
    if (!context) return [];
    return [h("span", { class: "quiet" }, excerpt(this.#spoken(context))), " "];
  }

  /** The words of a key point, its figures and dates a little stronger. @param {KeyPoint} point */
  #wordsOf(point) {
    const nodes = [];
    let at = point.span.start;
    for (const { kind, span } of point.facts) {
      if ((kind !== "figure" && kind !== "date") || span.start < at || span.end > point.span.end) continue;
      nodes.push(this.#spoken({ start: at, end: span.start }), h("b", {}, this.#spoken(span)));
      at = span.end;
    }
    return [...nodes, this.#spoken({ start: at, end: point.span.end })];
  }

  /** Who spoke how much; each press leads to the speaker's next turn. @param {(line: HTMLElement, speaker: number) => void} cycle */
  speakers(cycle) {
    const { speakers } = this.outline;
    const total = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
    if (total === 0) return null;
    const most = [...speakers.entries()].sort(([, a], [, b]) => b.words - a.words);
    const items = most.map(([index, speaker]) => {
      const percent = (speaker.words / total) * 100;
      const bar = h("span", { class: "bar-fill" });
      bar.style.inlineSize = `${percent}%`;
      const button = h(
        "button",
        { type: "button", class: "line speaker" },
        h("span", { class: "name", dir: "auto" }, speaker.name),
        h("span", { class: "role" }, strings.roles[speaker.role]),
        h("span", { class: "share" }, percent < 1 ? strings.shareSmall : fill(strings.share, { percent: Math.round(percent) })),
        h("span", { class: "bar-track" }, bar),
      );
      cycle(button, index);
      return h("li", {}, button);
    });
    return h("div", { class: "speakers" }, h("h3", { class: "part-heading" }, strings.speakersHeading), h("ul", {}, ...items));
  }

  /** @param {Section} section @param {number} index */
  section(section, index) {
    const kind = strings.kinds[section.kind];
    const names = section.speakers.map((speaker) => this.#nameOf(speaker) ?? "");
    const unsure = section.confidence < LOW_CONFIDENCE;
    const percent = Math.round(section.confidence * 100);
    const button = h(
      "button",
      { type: "button", class: "line section-line" },
      h("span", { class: "kind" }, h("span", { class: "number" }, String(index + 1)), kind),
      section.title !== "" && h("span", { class: "section-title", ...this.words }, section.title),
      h(
        "span",
        { class: "meta" },
        section.time && h("span", { class: "time" }, `${clock(section.time.start)}–${clock(section.time.end)}`),
        names.length > 0 && h("span", { class: "who", dir: "auto" }, names.join(", ")),
        unsure && h("span", { class: "unsure", title: fill(strings.unsureWhy, { percent }) }, strings.unsure),
      ),
    );
    this.register(button, { section: index, span: null });
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
    const summary = [strings.question, fill(strings.answers, { n: answers }), more > 0 && fill(strings.followUps, { n: more })];
    const key = this.text.slice(exchange.question.start, exchange.question.end).slice(0, 80);
    return h("details", { class: "exchange", "data-key": key }, h("summary", {}, summary.filter(Boolean).join(", ")), lines);
  }

  /** @param {string} what @param {number | null} speaker @param {Span} span @param {number} section */
  #said(what, speaker, span, section) {
    const who = this.#nameOf(speaker);
    const button = h(
      "button",
      { type: "button", class: "line said" },
      h("span", { class: "meta" }, h("span", { class: "what" }, what), who && h("span", { class: "who", dir: "auto" }, who)),
      h("span", { class: "quoted", ...this.words }, excerpt(this.#spoken(span))),
    );
    return this.register(button, { section, span });
  }

  /** @param {Span} span */
  #spoken(span) {
    return spoken(this.outline, span, this.text);
  }

  /** @param {number | null} speaker */
  #nameOf(speaker) {
    return speaker === null ? undefined : this.outline.speakers[speaker]?.name;
  }
}
