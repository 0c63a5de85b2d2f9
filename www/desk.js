// @ts-check
/** @import { Format, Outline } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
/** @import { Kept } from "./store.js" */
import { outlineOf, Problem, stop } from "./engine.js";
import { Session } from "./session.js";
import { keep } from "./store.js";

/**
 * A text with all that belongs to it. `id`: the name under which it is kept, empty if it is not.
 * @typedef {Pick<Kept, "id" | "corrections"> & { text: string, format: "auto" | Format }} Sheet
 */

/**
 * Who hears of what happens on the desk.
 * @typedef {object} Listener
 * @property {() => void} started an outline is being made
 * @property {(fraction: number) => void} progressed it is so far
 * @property {(read: boolean) => void} outlined it is there; `read`: the text is to be read, not written
 * @property {(problem: Problem) => void} failed
 * @property {() => void} emptied there is no text any more
 */

/** UTF-16 code units from which on a text is handled with more care for the time that it takes. */
export const LONG = 500_000;
/** How long after a change the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/** The desk, on which one transcript lies: makes its outline whenever it changes, and keeps it on this device. */
export class Desk {
  session = new Session();
  /** Under which name the text is kept; empty as long as there is nothing of the reader's own to keep. */
  id = "";
  /** Whether anything was ever put here. */
  touched = false;

  #turn = 0;
  #saving = 0;

  /** @type {Listener} */
  #on = { started() {}, progressed() {}, outlined() {}, failed() {}, emptied() {} };

  /** @param {Listener} on */
  listen(on) {
    this.#on = on;
  }

  /** Makes the outline of the text, unless it is there already. @param {{ read?: boolean, outline?: Outline | undefined }} [options] */
  async update({ read = false, outline: ready } = {}) {
    const { session } = this;
    const mine = ++this.#turn;
    if (session.text === "") {
      stop();
      this.#on.emptied();
      return;
    }
    this.#on.started();
    try {
      const outline = ready ?? await outlineOf(session.text, { format: session.format }, (fraction) => this.#on.progressed(fraction));
      if (mine !== this.#turn) return;
      session.outlined(outline);
      this.#on.outlined(read);
    } catch (error) {
      if (mine !== this.#turn) return;
      this.#on.failed(error instanceof Problem ? error : new Problem("internal", error));
    }
    this.save();
  }

  /** What lies here now. @returns {Sheet} */
  sheet() {
    const { text, corrections, format } = this.session;
    return { text, corrections: [...corrections], id: this.id, format };
  }

  /**
   * Puts another text here.
   * @param {string} text
   * @param {Partial<Sheet>} [about]
   * @param {{ read?: boolean, outline?: Outline | undefined }} [options]
   */
  async open(text, { corrections = [], id = newId(), format = "auto" } = {}, { read = true, outline } = {}) {
    this.touched = true;
    this.id = id;
    this.session.open(text, corrections, format);
    await this.update({ read, outline });
  }

  /** The text was edited in its box. @param {string} text @param {boolean} whole whether nothing of the old one is left */
  async edit(text, whole) {
    if (this.id === "" || whole) this.id = newId();
    if (whole) this.session.format = "auto";
    this.session.edit(text);
    await this.update({ read: whole });
  }

  /** Reads the text as another format. @param {"auto" | Format} format */
  async readAs(format) {
    this.session.format = format;
    this.id ||= newId();
    await this.update();
  }

  /** @param {Correction} correction @returns {boolean} whether it changed anything */
  correct(correction) {
    if (!this.session.correct(correction)) return false;
    this.id ||= newId();
    this.save();
    return true;
  }

  undo() {
    const correction = this.session.undo();
    if (correction) this.save();
    return correction;
  }

  redo() {
    const correction = this.session.redo();
    if (correction) this.save();
    return correction;
  }

  /** Keeps the text on this device, a little later. */
  save() {
    clearTimeout(this.#saving);
    if (this.#isWorthKeeping()) this.#saving = window.setTimeout(() => this.saveNow(), KEEP_AFTER);
  }

  saveNow() {
    clearTimeout(this.#saving);
    if (!this.#isWorthKeeping()) return;
    const { text, corrections, outline, format } = this.session;
    // Where nothing can be kept (private windows), the page works all the same.
    keep({ id: this.id, corrections, title: outline?.title ?? "", changed: Date.now(), format }, text).catch(() => undefined);
  }

  /** What was forgotten stays here, but is not kept again by itself. */
  forgotten() {
    clearTimeout(this.#saving);
    this.id = "";
  }

  #isWorthKeeping() {
    return this.id !== "" && this.session.text.trim() !== "";
  }
}

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
