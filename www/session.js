// @ts-check
/** @import { Format, Outline } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
import { carried, corrected, differs } from "./corrections.js";

/** One transcript on the desk: its text, the program's outline of it, and what the reader corrected. */
export class Session {
  text = "";
  /** How the text is read, if the reader chose it. @type {"auto" | Format} */
  format = "auto";
  /** The program's own outline; `null` until it is made. @type {Outline | null} */
  found = null;
  /** The outline with the corrections. @type {Outline | null} */
  outline = null;
  /** @type {Correction[]} */
  corrections = [];
  /** What was taken back and can be done again, the latest last. @type {Correction[]} */
  undone = [];

  /**
   * The text was edited: its corrections come along.
   * @param {string} text
   */
  edit(text) {
    if (text === this.text) return;
    this.corrections = carried(this.corrections, this.text, text);
    this.undone = [];
    this.text = text;
    this.found = null;
    this.outline = null;
  }

  /**
   * Another text takes the place of this one.
   * @param {string} text
   * @param {readonly Correction[]} [corrections]
   * @param {"auto" | Format} [format]
   */
  open(text, corrections = [], format = "auto") {
    this.format = format;
    this.corrections = [...corrections];
    this.undone = [];
    this.text = text;
    this.found = null;
    this.outline = null;
  }

  /** @param {Outline} outline of the text */
  outlined(outline) {
    this.found = outline;
    this.#apply();
  }

  /** @param {Correction} correction @returns {boolean} whether it changed anything */
  correct(correction) {
    const before = this.outline;
    this.corrections.push(correction);
    this.#apply();
    if (!before || !this.outline || !differs(before, this.outline)) {
      this.corrections.pop();
      return false;
    }
    this.undone = [];
    return true;
  }

  undo() {
    const last = this.corrections.pop();
    if (last) this.undone.push(last);
    this.#apply();
    return last;
  }

  redo() {
    const next = this.undone.pop();
    if (next) this.corrections.push(next);
    this.#apply();
    return next;
  }

  #apply() {
    this.outline = this.found && corrected(this.found, this.text, this.corrections);
  }
}
