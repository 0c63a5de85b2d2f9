// @ts-check
/** @import { Span } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Acts } from "./view/tools.js" */
import { sectionAt } from "./corrections.js";
import { byId } from "./dom.js";
import { strings } from "./strings.js";
import { say } from "./view/messages.js";
import { onSelection } from "./view/selection.js";
import { copy } from "./view/take-away.js";

const reader = byId("reader", HTMLElement);
const result = byId("result", HTMLElement);

/** What the reader does with a line of the outline or with selected words: correct, undo, redo, copy as a quotation. */
export class Correcting {
  /** The words that are selected in the transcript. @type {Span | null} */
  #selected = null;

  /** @param {Desk} desk @param {() => Reading} reading */
  constructor(desk, reading) {
    this.desk = desk;
    this.reading = reading;
    /** @type {Acts} */
    this.acts = {
      correct: (correction) => this.correct(correction),
      copy: (what) => void this.copyQuotation(what),
      toText: () => {
        byId("transcript", HTMLElement).scrollIntoView();
        this.reading().transcript.focusMark();
      },
    };
  }

  /** Connects the controls. */
  listen() {
    byId("undo", HTMLElement).addEventListener("click", () => this.undo());
    byId("redo", HTMLElement).addEventListener("click", () => this.redo());
    document.addEventListener("keydown", (event) => this.#key(event));
    onSelection(this.reading().transcript, (span) => {
      this.#selected = span;
      byId("selection", HTMLElement).hidden = span === null;
    });
    this.#withSelection("selection-copy", (span) => void this.copyQuotation({ span }));
    this.#withSelection("selection-point", ({ start, end }) => this.correct({ type: "add", start, end }));
    this.#withSelection("selection-split", ({ start }) => this.correct({ type: "split", at: start }));
  }

  /** @param {Correction} correction */
  correct(correction) {
    const tool = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.tool : undefined;
    if (!this.desk.correct(correction)) return;
    this.#show(correction, strings.corrected[correction.type]);
    const again = tool && result.querySelector(`.tools [data-tool="${tool}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  undo() {
    const correction = this.desk.undo();
    if (correction) this.#show(correction, strings.undone);
  }

  redo() {
    const correction = this.desk.redo();
    if (correction) this.#show(correction, strings.redone);
  }

  /** @param {{ span: Span } | { section: number }} what */
  async copyQuotation(what) {
    const { text, outline } = this.desk.session;
    if (!outline) return;
    const span = "span" in what ? what.span : outline.sections[what.section]?.span;
    if (span) await copy(import("./export/quotation.js").then(({ quotation }) => quotation(text, outline, span)));
  }

  /** @param {Correction} correction @param {string} said */
  #show(correction, said) {
    const reading = this.reading();
    const scroll = reader.scrollTop;
    reading.show(false);
    say(said);
    reader.scrollTop = scroll;
    const { outline } = this.desk.session;
    if (!outline) return;
    if (correction.type === "drop") {
      reading.outline.focusNearest(correction.start);
      return;
    }
    const at = "at" in correction ? correction.at : "to" in correction ? correction.to : correction.start;
    const span = correction.type === "add" ? { start: correction.start, end: correction.end } : null;
    void reading.choose({ section: sectionAt(outline.sections, at), span }, { from: "correction" });
  }

  /** @param {string} id of a button @param {(span: Span) => void} act */
  #withSelection(id, act) {
    const button = byId(id, HTMLButtonElement);
    // Keeps the selection where it is.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const span = this.#selected;
      if (!span) return;
      if (id !== "selection-copy") getSelection()?.removeAllRanges();
      act(span);
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const writing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (writing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.redo();
    else this.undo();
  }
}
