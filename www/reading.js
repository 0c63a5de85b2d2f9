// @ts-check
/** @import { Problem } from "./engine.js" */
/** @import { Desk, Listener } from "./desk.js" */
/** @import { Target } from "./view/outline.js" */
/** @import { Acts } from "./view/tools.js" */
import { byId, h } from "./dom.js";
import { LONG } from "./desk.js";
import { isAvailable, stop } from "./engine.js";
import { Example } from "./example.js";
import { fill, spoken, strings } from "./strings.js";
import { formatChoice } from "./view/format.js";
import { progress, say, tell } from "./view/messages.js";
import { label, OutlineView } from "./view/outline.js";
import { sectionTools, spanTools } from "./view/tools.js";
import { TranscriptView } from "./view/transcript.js";

/** After how long the page says that it is working, in milliseconds. */
const PATIENCE = 400;

const box = byId("text", HTMLTextAreaElement);
const reader = byId("reader", HTMLElement);
const result = byId("result", HTMLElement);
const editButton = byId("edit", HTMLButtonElement);
const undoButton = byId("undo", HTMLButtonElement);
const redoButton = byId("redo", HTMLButtonElement);
const count = byId("count", HTMLElement);

/**
 * What is seen of the desk: the text in its box or as it reads, and its outline, linked both ways.
 * @implements {Listener}
 */
export class Reading {
  /** Whether the text is read, not written. */
  reading = false;
  /** Whether the form that corrects a section stands open. */
  form = { open: false };

  /** @type {Target | null} */
  #chosen = null;
  #slow = 0;
  /** The timer of a transcript that is shown a moment after its outline. */
  #later = 0;

  /**
   * @param {Desk} desk
   * @param {Acts} acts what can be done with a chosen line
   * @param {(example: NonNullable<Example["shown"]>) => Promise<void>} openExample
   */
  constructor(desk, acts, openExample) {
    this.desk = desk;
    this.openExample = openExample;
    this.transcript = new TranscriptView(reader, {
      section: (section) => void this.choose({ section, span: null }, { from: "transcript" }),
      point: (span, section) => void this.choose({ section, span }, { from: "transcript" }),
      back: () => this.outline.focusCurrent(),
    });
    this.outline = new OutlineView(result, {
      choose: (target) => void this.choose(target, { from: "outline" }),
      toMark: () => this.transcript.focusMark(),
      tools: ({ section, span }) => {
        const { text, outline } = desk.session;
        if (!outline) return null;
        return span ? spanTools(outline, span, acts) : sectionTools(text, outline, section, this.form, acts);
      },
    });
    this.format = formatChoice((chosen) => void this.#readAs(chosen));
    this.example = new Example(this.outline);
    spoken(() => this.#redraw());
    editButton.addEventListener("click", () => this.toggle());
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && desk.session.outline) this.toggle();
    });
  }

  // ---- What happens on the desk

  started() {
    document.body.dataset.state = "filled";
    delete document.documentElement.dataset.coming;
    byId("new", HTMLElement).hidden = false;
    clearTimeout(this.#slow);
    this.#slow = window.setTimeout(() => tell(strings.working, { name: strings.stop, run: stop }, true), PATIENCE);
  }

  /** @param {number} fraction */
  progressed(fraction) {
    progress(fraction);
  }

  /** @param {boolean} read whether to turn to the marked text */
  outlined(read) {
    clearTimeout(this.#slow);
    tell("");
    this.show(read);
  }

  /** @param {Problem} problem */
  failed({ code }) {
    clearTimeout(this.#slow);
    const { text } = this.desk.session;
    // A long text that was not in the box need not be laid out there now; the button "Edit" brings it.
    const aside = code === "stopped" && box.value === "";
    if (box.value === "" && !aside) box.value = text;
    this.readMode(aside);
    this.outline.clear();
    this.showActions(false);
    editButton.hidden = !aside;
    count.textContent = fill(strings.characters, { n: text.length });
    const megabytes = code === "too-large" ? Math.ceil(new Blob([text]).size / (1024 * 1024)) : 0;
    const again = { name: strings.tryAgain, run: () => void this.desk.update({ read: true }) };
    tell(fill(strings.problems[code], { size: megabytes }), code === "stopped" ? again : undefined);
  }

  emptied() {
    clearTimeout(this.#slow);
    tell("");
    document.body.dataset.state = "empty";
    delete document.documentElement.dataset.coming;
    this.readMode(false);
    this.showActions(false);
    byId("new", HTMLElement).hidden = true;
    this.format.hide();
    count.textContent = "";
    document.title = "speech-outline";
    if (!this.example.isPrepared) this.outline.clear();
    this.#showExample();
    // Nothing can be outlined then, and that is worth saying at once.
    if (!isAvailable()) tell(strings.problems["wasm-unavailable"]);
  }

  #showExample() {
    // The example is an extra: where it cannot be had, nothing is missing.
    void this.example.show(() => document.body.dataset.state === "empty").catch(() => undefined);
  }

  // ---- Showing

  /** Shows the outline of what lies on the desk. @param {boolean} read whether to turn to the marked text */
  show(read) {
    const { text, outline, format } = this.desk.session;
    if (!outline) return;
    this.#count();
    this.format.show(format, outline.format);
    const top = result.scrollTop;
    this.outline.show(text, outline);
    result.scrollTop = read ? 0 : top;
    this.showActions(true);
    document.title = outline.title ? `${outline.title} · speech-outline` : "speech-outline";
    this.#chosen = null;
    if (read || this.reading) this.readMode(true, text.length > LONG);
    const parts = [
      fill(strings.sections, { n: outline.sections.length }),
      fill(strings.points, { n: outline.keyPoints.length }),
      fill(strings.speakers, { n: outline.speakers.length }),
    ];
    say(fill(strings.ready, { parts: parts.join(", ") }));
  }

  #count() {
    const { outline } = this.desk.session;
    if (!outline) return;
    const { words, readingMinutes } = outline.stats;
    const minutes = h("span", { class: "minutes" }, `, ${fill(strings.minutes, { n: readingMinutes })}`);
    count.replaceChildren(fill(strings.words, { n: words }), minutes);
  }

  /** What can be done with an outline. @param {boolean} on */
  showActions(on) {
    const { corrections, undone, outline } = this.desk.session;
    for (const name of ["copy", "save-menu"]) byId(name, HTMLElement).hidden = !on;
    editButton.hidden = !on;
    undoButton.hidden = redoButton.hidden = !on || corrections.length + undone.length === 0;
    undoButton.disabled = corrections.length === 0;
    redoButton.disabled = undone.length === 0;
    const corrected = corrections.length > 0 ? `, ${fill(strings.corrections, { n: corrections.length })}` : "";
    byId("stats", HTMLElement).textContent = on && outline ? fill(strings.sections, { n: outline.sections.length }) + corrected : "";
  }

  /** Turns from writing to reading, or back. @param {boolean} on @param {boolean} [later] whether the words may come a moment later */
  readMode(on, later = false) {
    const { text, outline } = this.desk.session;
    this.reading = on;
    box.hidden = on;
    reader.hidden = !on;
    editButton.textContent = on ? strings.edit : strings.done;
    clearTimeout(this.#later);
    this.#later = 0;
    this.transcript.clear();
    if (!on || !outline) return;
    if (!later) {
      this.transcript.show(text, outline);
      return;
    }
    this.#later = window.setTimeout(() => {
      this.#later = 0;
      this.transcript.show(text, outline);
      if (this.#chosen) this.transcript.mark(this.#chosen.section, this.#chosen.span);
    });
  }

  /** What the button "Edit" does, and with a text in its box "Done". */
  toggle() {
    const { text, outline } = this.desk.session;
    if (!this.reading && !outline) void this.desk.update({ read: true });
    else if (!this.reading) {
      this.readMode(true);
      reader.focus({ preventScroll: true });
    } else if (box.value === "" && text.length > LONG) tell(strings.slowToEdit, { name: strings.editAnyway, run: () => this.#edit() });
    else this.#edit();
  }

  #edit() {
    const { text } = this.desk.session;
    const start = this.transcript.marked?.start ?? 0;
    tell("");
    if (box.value === "") box.value = text;
    this.readMode(false);
    box.focus();
    box.setSelectionRange(start, start);
  }

  /** Shows everything anew in another language. */
  #redraw() {
    const { outline } = this.desk.session;
    editButton.textContent = this.reading ? strings.edit : strings.done;
    if (outline) {
      const chosen = this.#chosen;
      this.show(false);
      if (chosen) void this.choose(chosen, { from: "correction" });
    } else if (this.example.shown && document.body.dataset.state === "empty") this.#showExample();
  }

  /** @param {"auto" | import("./speech-outline/index.js").Format} chosen */
  async #readAs(chosen) {
    await this.desk.readAs(chosen);
    const { outline } = this.desk.session;
    if (outline) say(fill(strings.readAs, { format: strings.formats[outline.format] }));
  }

  // ---- Outline and transcript, linked

  /**
   * @param {Target} target
   * @param {{ from: "outline" | "transcript" | "correction" }} options
   */
  async choose(target, { from }) {
    const { session } = this.desk;
    const example = session.outline ? null : this.example.shown;
    if (example) await this.outline.stay(() => this.openExample(example));
    if (!session.outline) return;
    if (!this.reading) this.readMode(true);
    if (from !== "correction" && keyOf(target) !== keyOf(this.#chosen)) this.form.open = false;
    this.#chosen = target;
    if (this.#later === 0) this.transcript.mark(target.section, target.span);
    this.outline.choose(target, { reveal: from !== "outline" });
    if (from === "correction") return;
    const section = session.outline.sections[target.section];
    if (target.turn) say(fill(strings.markedTurn, { turn: target.turn[0], turns: target.turn[1] }));
    else if (target.span) say(fill(strings.markedPoint, { number: target.section + 1 }));
    else if (section) say(fill(strings.markedSection, { section: label(section, target.section) }));
  }
}

/** @param {Target | null} target */
const keyOf = (target) => target && `${target.section} ${target.span?.start} ${target.span?.end}`;
