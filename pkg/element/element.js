// <speech-outline>: the outline of a transcript in a page, each line of which leads to its place in the transcript.

/**
 * @import { Description } from "../render/describe.js"
 * @import { Labels } from "../render.js"
 * @import { Options, Outline } from "../types.js"
 */

import { style } from "../dist/element_style.js";
import { describe, linesOf } from "../render/describe.js";
import { labelsFor } from "../render/labels.js";
import { parsed, reflectAttributes } from "./attributes.js";
import { spanOf, wordsUnder } from "./line.js";
import { focusOn, mark, show } from "./mark.js";
import { claim, follow, release, unfollow } from "./names.js";
import { nodeOf } from "./nodes.js";
import { soon } from "./schedule.js";
import { fetchTranscript, makeOutline } from "./source.js";
import { findWords, textOf } from "./text.js";

/** On a server there are no elements: there the class can be imported, and that is all. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** With more elements than this in a page, those out of view are not laid out (see element.css). */
const MANY = 20;

/** @type {CSSStyleSheet | undefined} */
let sheet;

export class SpeechOutlineElement extends Base {
  static observedAttributes = ["for", "src", "format", "granularity", "max-key-points", "heading", "heading-level", "labels", "lang"];

  /** @type {ElementInternals | undefined} */
  #internals;
  /** @type {import("../element.js").State} */
  #state = "empty";
  /** What every id in the shadow tree starts with, while it is the element's own. */
  #name = "";
  #isNamed = false;
  /** @type {string | null} */
  #givenText = null;
  /** @type {Outline | null} */
  #givenOutline = null;
  /** @type {Partial<Labels> | null} */
  #givenLabels = null;
  /** What is shown: the transcript and its outline. Both are unknown where a server has made it. @type {string | null} */
  #text = null;
  /** @type {Outline | null} */
  #outline = null;
  /** What it was made of, and how it was drawn: the same again changes nothing. @type {unknown[]} */
  #madeOf = [];
  #drawnAs = "";
  /** @type {AbortController | undefined} */
  #making;
  /** @type {Element | undefined} */
  #current;
  /** @type {(() => void) | undefined} */
  #unmark;
  #isAsked = false;

  get text() {
    return this.#givenText ?? this.#text;
  }

  set text(text) {
    this.#givenText = text ?? null;
    this.refresh();
  }

  get outline() {
    return this.#givenOutline ?? this.#outline;
  }

  set outline(outline) {
    this.#givenOutline = outline ?? null;
    this.refresh();
  }

  get labels() {
    return this.#givenLabels ?? parsed(this.getAttribute("labels"));
  }

  set labels(labels) {
    this.#givenLabels = labels ?? null;
    this.refresh();
  }

  get state() {
    return this.#state;
  }

  /** @returns {Element | null} */
  get target() {
    const id = this.getAttribute("for");
    if (id) return /** @type {Document | ShadowRoot} */ (this.getRootNode()).getElementById?.(id) ?? null;
    return this.shadowRoot?.querySelector("[part~=transcript-text]") ?? this;
  }

  connectedCallback() {
    // What was set before the class was there hides its accessors.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in SpeechOutlineElement.prototype)) continue;
      delete (/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this))[name]);
      Object.assign(this, { [name]: value });
    }
    // What belongs into the element may still be on its way.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.refresh(), { once: true });
    else this.refresh();
  }

  disconnectedCallback() {
    // An element that is only moved is back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      if (this.#state === "loading") this.#madeOf = [];
      this.#making?.abort();
      this.clear();
      unfollow(this);
      release(this.#name);
      this.#isNamed = false;
    });
  }

  attributeChangedCallback() {
    this.refresh();
  }

  refresh() {
    if (this.#isAsked || !this.isConnected) return;
    this.#isAsked = true;
    soon(() => {
      this.#isAsked = false;
      if (this.isConnected) this.#update();
    });
  }

  /** @param {string} id */
  select(id) {
    const line = this.#lineOf(id) ?? this.#lineOf(`${this.#name}-${id}`);
    if (line) this.#choose(line, true);
    return line !== null;
  }

  clear() {
    this.#unmark?.();
    this.#unmark = undefined;
    this.#current?.removeAttribute("aria-current");
    this.#current = undefined;
  }

  /** The address of the page has changed, or the outline is new. */
  followAddress() {
    const id = decoded(location.hash.slice(1));
    const line = id.startsWith(this.#name) ? this.#lineOf(id) : null;
    if (!line) this.clear();
    else if (line !== this.#current) this.#choose(line, false);
  }

  #update() {
    const fromServer = !this.#internals && this.#setUp();
    if (!this.#isNamed && !fromServer) this.#name = claim(this.#name);
    this.#isNamed = true;
    if (follow(this) > MANY) this.#internals?.states?.add("many");
    const { target } = this;
    const src = this.getAttribute("src");
    const text = this.#givenText ?? (src ? null : this.#ownText(target));
    const [heading, level] = [this.getAttribute("heading"), this.getAttribute("heading-level")];
    const drawnAs = JSON.stringify([this.#allLabels(), heading, level, this.#name]);
    const madeOf = [text, src, this.#givenOutline, JSON.stringify(this.#options())];
    const isDrawn = drawnAs === this.#drawnAs;
    const isMade = madeOf.every((part, at) => part === this.#madeOf[at]) && this.#madeOf.length > 0;
    this.#drawnAs = drawnAs;
    if (fromServer && !this.#givenOutline && this.#givenText === null) {
      this.#madeOf = madeOf;
      return this.#finish();
    }
    if (isMade && (isDrawn || this.#state === "loading")) return;
    if (isMade && this.#outline) return this.#draw();
    this.#madeOf = madeOf;
    void this.#make(text, src);
  }

  /**
   * @param {string | null} text
   * @param {string | null} src where to fetch it, if it is not known
   */
  async #make(text, src) {
    this.#making?.abort();
    const { signal } = (this.#making = new AbortController());
    /** @param {string | null} text @param {Outline | null} outline */
    const use = (text, outline) => {
      [this.#text, this.#outline] = [text, outline];
      this.#draw();
    };
    try {
      if (this.#givenOutline) return use(text || null, this.#givenOutline);
      this.#settle("loading");
      const found = text ?? (await fetchTranscript(src ?? "", signal));
      if (found.trim() === "") return use(null, null);
      const inWorker = this.getAttribute("worker") !== "off";
      await makeOutline(found, this.#options(), inWorker, signal, (outline) => use(found, outline));
    } catch (cause) {
      if (!signal.aborted) this.#fail(/** @type {Error & { code?: string }} */ (cause));
    }
  }

  /** The transcript in the page. What is shorter is a note in its place, as for readers without scripts. @param {Element | null} target */
  #ownText(target) {
    const [own, there] = [textOf(this), target && this.hasAttribute("for") ? textOf(target) : ""];
    return own.length > there.length ? own : there;
  }

  /** The language of the page around the element. */
  #language() {
    return /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang;
  }

  /** The labels of that language, under those of the page's own. */
  #allLabels() {
    return labelsFor(this.#language(), this.labels);
  }

  /** @returns {Options} */
  #options() {
    const points = this.getAttribute("max-key-points");
    return /** @type {Options} */ ({
      format: this.getAttribute("format"),
      granularity: this.getAttribute("granularity"),
      maxKeyPoints: points === null ? null : Number(points),
    });
  }

  /** @returns {boolean} whether an outline is there already, from a server */
  #setUp() {
    this.#internals = this.attachInternals();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    root.adoptedStyleSheets.push(sheet);
    root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)));
    root.addEventListener("slotchange", (event) => {
      if (/** @type {HTMLSlotElement} */ (event.target).name === "") this.refresh();
    });
    const name = root.querySelector("[part~=outline]")?.getAttribute("aria-labelledby")?.replace(/-heading$/, "");
    const target = this.getAttribute("for");
    this.#name = name ?? (this.id || (target ? `${target}-outline` : "outline"));
    if (name === undefined) root.append(nodeOf(["div", { part: "transcript" }, ["slot", {}]]));
    return name !== undefined;
  }

  #draw() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const [text, outline, target] = [this.#text, this.#outline, this.getAttribute("for")];
    const labels = this.#allLabels();
    this.clear();
    root.querySelectorAll("[part~=outline], [part~=message], [part~=transcript-details]").forEach((old) => old.remove());
    if (!outline) return this.#settle("empty");
    root.prepend(
      nodeOf(
        describe(outline, {
          text: text ?? undefined,
          id: this.#name,
          heading: this.getAttribute("heading") ?? undefined,
          headingLevel: Number(this.getAttribute("heading-level") ?? 2),
          collapsed: this.hasAttribute("collapsed"),
          language: this.#language(),
          labels,
          slots: true,
        }),
      ),
    );
    // A transcript that is nowhere in the page is shown here.
    if (text !== null && !target && textOf(this) === "") {
      // Of captions, only what was said.
      const isTimed = outline.sections.some(({ time }) => time);
      const paragraphs = text
        .split(/\n\s*\n/)
        .map((paragraph) => (isTimed ? linesOf(paragraph).join("\n") : paragraph))
        .filter((paragraph) => paragraph !== "")
        .map((paragraph) => /** @type {Description} */ (["p", { dir: "auto" }, paragraph]));
      root.append(nodeOf(["details", { part: "transcript-details" }, ["summary", { part: "transcript-summary" }, labels.transcript], ["div", { part: "transcript-text" }, ...paragraphs]]));
    }
    this.#finish();
  }

  #finish() {
    this.#settle("ready");
    this.#tell("ready", { outline: this.outline });
    if (location.hash.length > 1) this.followAddress();
  }

  /** @param {Error & { code?: string }} error */
  #fail(error) {
    [this.#text, this.#outline] = [null, null];
    this.#draw();
    if (error.code === "empty") return;
    const labels = this.#allLabels();
    const label = /** @type {Record<string, string>} */ (/** @type {unknown} */ (labels))[`error-${error.code}`] ?? labels.error;
    this.shadowRoot?.prepend(nodeOf(["p", { part: "message", role: "status" }, label]));
    this.#settle("error");
    this.#tell("error", { error });
  }

  /** @param {import("../element.js").State} state */
  #settle(state) {
    this.#internals?.states?.delete(this.#state);
    this.#internals?.states?.add(state);
    this.#state = state;
  }

  /** @param {string} what @param {object} detail */
  #tell(what, detail) {
    const init = { bubbles: true, composed: true, cancelable: what === "select", detail };
    return this.dispatchEvent(new CustomEvent(`speech-outline-${what}`, init));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const line = /** @type {Element} */ (event.target).closest("a[part~=line]");
    // What opens a new tab, or saves, is the browser's.
    if (!line || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#choose(line, true);
  }

  /** @param {Element} line @param {boolean} isReader whether the reader has chosen it just now, and not the address of the page */
  #choose(line, isReader) {
    const kind = line.part.contains("title") ? "section" : line.part.contains("quote") ? "key-point" : "exchange";
    const { target } = this;
    const found = target && findWords(target, wordsUnder(line, this.#text, this.outline));
    const range = found?.collapsed ? null : found;
    if (!this.#tell("select", { id: line.id, kind, span: spanOf(line), range })) return;
    this.clear();
    this.#current = line;
    line.setAttribute("aria-current", "location");
    for (let around = line.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
    if (decoded(location.hash.slice(1)) !== line.id) history.pushState(history.state, "", `#${encodeURIComponent(line.id)}`);
    if (!found) return;
    show(found, isReader);
    // A reader who is busy elsewhere when the outline is there is not called away.
    if (isReader || document.activeElement === document.body) focusOn(found);
    if (range) this.#unmark = mark(range, kind === "section");
  }

  /** @param {string} id */
  #lineOf(id) {
    const line = this.shadowRoot?.getElementById(id);
    return line?.matches("a[part~=line]") ? line : null;
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

reflectAttributes(SpeechOutlineElement.prototype);
