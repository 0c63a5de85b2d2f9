// @ts-check
/** @import { Outline } from "./speech-outline/index.js" */
/** @import { OutlineView } from "./view/outline.js" */
import { byId } from "./dom.js";
import { EXAMPLE, sample } from "./samples.js";
import { strings } from "./strings.js";

const result = byId("result", HTMLElement);
const { dataset } = document.documentElement;

/** What can be chosen or has the focus. */
const LINES = ".line, .band span";
const CONTROLS = "button, summary, select, input";

/**
 * The example that fills the empty page. Its outline stands in the page from the start, in English: the build has written
 * it there, and the view draws the same again as soon as its data has come. Nothing of it needs the module.
 */
export class Example {
  /** What is shown; `null` until its data has come. @type {{ text: string, outline: Outline } | null} */
  shown = null;
  /** @type {Promise<{ text: string, outline: Outline }> | undefined} */
  #loading;
  /** The line that was chosen before the data has come: it is chosen when it has. */
  #chosen = -1;

  /** @param {OutlineView} view */
  constructor(view) {
    this.view = view;
    if (dataset.coming !== undefined || dataset.awaits !== undefined) view.clear();
    else void this.#load().catch(() => undefined);
    result.addEventListener("click", (event) => this.#early(event));
  }

  /** Whether the outline is still the one that the build has written. */
  get isPrepared() {
    return result.dataset.prepared !== undefined;
  }

  /**
   * Shows the example, unless the reader's own text is there by then.
   * @param {() => boolean} isWanted
   */
  async show(isWanted) {
    const example = await this.#load();
    if (!isWanted()) return;
    const early = this.isPrepared ? this.#chosen : -1;
    const focused = this.#index(CONTROLS, document.activeElement);
    this.shown = example;
    this.view.show(example.text, example.outline, strings.exampleNote);
    this.#at(CONTROLS, focused)?.focus({ preventScroll: true });
    this.#at(LINES, early)?.click();
  }

  #load() {
    this.#loading ??= sample(`${EXAMPLE}.txt`).then(
      ({ text, outline }) => {
        if (!outline) throw new Error("the example has no outline");
        return { text, outline };
      },
      (error) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** @param {MouseEvent} event */
  #early({ target }) {
    if (this.isPrepared && target instanceof Element) this.#chosen = this.#index(LINES, target.closest(LINES));
  }

  /** @param {string} selector @param {Element | null} element */
  #index(selector, element) {
    return [...result.querySelectorAll(selector)].findIndex((one) => one === element);
  }

  /** @param {string} selector @param {number} index */
  #at(selector, index) {
    return /** @type {HTMLElement | undefined} */ ([...result.querySelectorAll(selector)][index]);
  }
}
