// The outline of a transcript that is still being written: `createOutliner()`.
//
// What a push costs is bounded: only the end of the text is outlined anew. What lies more than a window before the end
// is settled (its sections no longer change), and some text before that is read again as context, so that the rest is
// understood. `splice.js` puts the two together.

import { outline } from "./core.js";
import { EmptyInputError, InputTooLargeError, OutlinerFinishedError } from "./errors.js";
import { join, settle } from "./splice.js";

/** @typedef {import("./types.js").Outline} Outline */
/** @typedef {import("./types.js").Options} Options */
/** @typedef {import("./index.js").Outliner} PublicOutliner */
/** @typedef {(text: string, options?: Options | null) => Outline} MakeOutline */

/** In bytes of UTF-8: what the module takes at once. */
const MOST = 16 * 1024 * 1024;

/** All in UTF-16 code units. The numbers are said in words in `index.d.ts`. */
export const WINDOW = {
  /** Above this, the text that is outlined anew is shortened. Ten thousand words: some tens of milliseconds. */
  most: 64_000,
  /** At least as much of the end is not settled, and about as much at most. */
  open: 24_000,
  openAtMost: 36_000,
  /** What is read before the first section that is not settled. */
  context: 12_000,
  /** How far back a good place for a cut is looked for. */
  search: 4_000,
  /** The longest head that stands before every later window. */
  head: 2_000,
};

/** @type {typeof import("./index.js").createOutliner} */
export const createOutliner = (options) => new Outliner(outline, options);

/** @implements {PublicOutliner} */
export class Outliner {
  #outline;
  #options;
  /** The text before `#tail`. @type {string[]} */
  #before = [];
  /** What is outlined at the next push, without the head. */
  #tail = "";
  /** Where `#tail` starts in the text. */
  #start = 0;
  /** Head of the transcript (front matter, header of a caption file): says what the tail is a part of. */
  #head = "";
  /** @type {import("./splice.js").Settled | undefined} */
  #settled;
  #bytes = 0;
  /** @type {Outline | undefined} */
  #whole;

  /**
   * @param {MakeOutline} outline
   * @param {Options | null} [options]
   */
  constructor(outline, options) {
    this.#outline = outline;
    this.#options = { ...options };
    // Now, and not in the middle of a debate: is the module there, and are these options?
    outline(".", options);
  }

  get text() {
    this.#before = [this.#before.join("")];
    return this.#before[0] + this.#tail;
  }

  /**
   * @param {string} text
   * @returns {Outline | null}
   */
  push(text) {
    if (this.#whole) throw new OutlinerFinishedError("The outliner is finished: nothing more can be pushed.");
    if (typeof text !== "string") throw new TypeError("The text must be a string.");
    const bytes = this.#bytes + utf8Length(text);
    if (bytes > MOST) {
      throw new InputTooLargeError("The text is too large: at most 16 MB can be outlined at once.");
    }
    this.#bytes = bytes;
    this.#tail += text;
    const outline = this.#soFar();
    if (outline && this.#tail.length > WINDOW.most) this.#shorten(outline);
    return outline;
  }

  finish() {
    this.#whole ??= this.#outline(this.text, this.#options);
    return this.#whole;
  }

  #soFar() {
    const settled = this.#settled;
    const format = settled?.outline.format ?? this.#options.format;
    const outline = this.#outlineOf(this.#head + this.#tail, { ...this.#options, format });
    if (!settled) return outline;
    const place = { head: this.#head.length, start: this.#start, text: this.#tail };
    return join(settled, outline, place, this.#options.maxKeyPoints);
  }

  /**
   * `null` where there is nothing visible yet.
   *
   * @param {string} text
   * @param {Options} options
   */
  #outlineOf(text, options) {
    try {
      return this.#outline(text, options);
    } catch (error) {
      if (error instanceof EmptyInputError) return null;
      throw error;
    }
  }

  /**
   * Settles what is far enough before the end, and lets go of the text before its context.
   *
   * @param {Outline} outline of the text so far
   */
  #shorten(outline) {
    if (!this.#settled) this.#head = headOf(outline, this.#tail);
    const length = this.#start + this.#tail.length;
    const starts = outline.sections.map(({ span }) => span.start);
    const boundary = starts.filter((at) => at <= length - WINDOW.open && at > length - WINDOW.openAtMost).at(-1);
    // One section fills it all: cut within it, to be put together again.
    const until = boundary ?? this.#start + breakBefore(this.#tail, this.#tail.length - WINDOW.open);
    this.#settled = settle(outline, until, boundary === undefined);
    const cut = breakBefore(this.#tail, until - this.#start - WINDOW.context);
    this.#before.push(this.#tail.slice(0, cut));
    this.#tail = this.#tail.slice(cut);
    this.#start += cut;
  }
}

/**
 * @param {Outline} outline
 * @param {string} text
 */
function headOf({ sections: [first] }, text) {
  const header = /^\uFEFF?WEBVTT[^]*?\r?\n\r?\n/.exec(text.slice(0, WINDOW.head));
  const length = first?.kind === "front-matter" ? first.span.end : header?.[0].length ?? 0;
  return text.slice(0, length <= WINDOW.head ? length : 0);
}

/**
 * The last place at or somewhat before `at` where a cut does little harm: after an empty line, a line, a word, and
 * in no case within a character.
 *
 * @param {string} text
 * @param {number} at
 */
function breakBefore(text, at) {
  const from = Math.max(at - WINDOW.search, 0);
  const near = text.slice(from, at);
  for (const end of ["\n\n", "\n\r\n", "\n", " "]) {
    const found = near.lastIndexOf(end);
    if (found >= 0) return from + found + end.length;
  }
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at;
}

/** @param {number} unit */
const isLowSurrogate = (unit) => (unit & 0xfc00) === 0xdc00;

/**
 * Bytes of UTF-8. Each half of a surrogate pair counts for two of its four: the other half may come with the next push.
 *
 * @param {string} text
 */
function utf8Length(text) {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  return length;
}
