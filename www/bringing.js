// @ts-check
/** @import { Outline } from "./speech-outline/index.js" */
/** @import { Desk, Sheet } from "./desk.js" */
import { byId, h } from "./dom.js";
import { LONG } from "./desk.js";
import { onDrop } from "./drop.js";
import { textOfRich } from "./rich.js";
import { kept, textOf } from "./store.js";
import { sample } from "./samples.js";
import { spoken, strings } from "./strings.js";
import { menu } from "./view/menu.js";
import { tell } from "./view/messages.js";


const box = byId("text", HTMLTextAreaElement);
const fileInput = byId("file", HTMLInputElement);

/** What the reader brings to the desk: typed, pasted, opened, dropped, or one of the samples. */
export class Bringing {
  #timer = 0;
  #pastedLength = 0;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** Connects the controls. */
  listen() {
    box.addEventListener("paste", (event) => this.#paste(event));
    box.addEventListener("input", (event) => this.#input(event));
    document.addEventListener("paste", (event) => this.#pasteElsewhere(event));
    byId("new", HTMLButtonElement).addEventListener("click", () => {
      this.desk.saveNow();
      void this.put("", { id: "" }, { said: strings.cleared, read: false });
      box.focus();
    });
    byId("open", HTMLButtonElement).addEventListener("click", () => fileInput.click());
    fileInput.addEventListener("change", () => {
      const file = fileInput.files?.[0];
      if (file) void this.takeFile(file);
      fileInput.value = "";
    });
    onDrop((file) => void this.takeFile(file));
    menu(byId("samples-menu", HTMLDetailsElement));
    spoken(() => this.#listSamples());
  }

  /**
   * Puts another text on the desk; the one before can be had back.
   * @param {string} text
   * @param {Partial<Sheet>} [about]
   * @param {{ said?: string, read?: boolean, outline?: Outline | undefined }} [options] `outline`: if it is there already
   */
  async put(text, about, { said = "", read = true, outline } = {}) {
    clearTimeout(this.#timer);
    const before = this.desk.sheet();
    const long = text.length > LONG;
    // A text box takes seconds to lay out megabytes that nobody may want to edit: it gets them when they do.
    box.hidden = long;
    box.value = long ? "" : text;
    // The box has its own idea of line ends.
    await this.desk.open(long ? text.replace(/\r\n?/g, "\n") : box.value, about, { read, outline });
    if (said === "" || before.text === "" || before.text === this.desk.session.text) return;
    tell(said, { name: strings.undo, run: () => void this.put(before.text, before) });
  }

  /** @param {Blob} file */
  async takeFile(file) {
    try {
      const { textOf } = await import("./files.js");
      await this.put(await textOf(file), {}, { said: strings.replaced });
    } catch {
      tell(strings.problems["no-file"]);
    }
  }

  /** Shows what was on the desk at the last visit, unless something has been put there while the page was starting. */
  async resume() {
    const last = (await kept().catch(() => []))[0];
    const text = last && (await textOf(last.id).catch(() => undefined));
    if (this.desk.touched) return;
    if (box.value === "" && text !== undefined) {
      await this.put(text, last);
      return;
    }
    // A browser may have kept a text in the box.
    this.desk.session.edit(box.value);
    await this.desk.update();
  }

  /** @param {string} file */
  async #trySample(file) {
    try {
      const { text, outline } = await sample(file);
      await this.put(text, { id: "" }, { said: strings.replaced, outline });
      byId("reader", HTMLElement).focus({ preventScroll: true });
    } catch {
      tell(strings.problems["no-sample"]);
    }
  }

  #listSamples() {
    for (const list of ["try-list", "samples-list"]) {
      const items = Object.entries(strings.samples).map(([file, { name, what }]) => {
        const words = [h("span", { class: "name" }, name), " ", h("span", { class: "quiet" }, what)];
        return h("li", {}, h("button", { type: "button", "data-sample": file, onclick: () => void this.#trySample(file) }, ...words));
      });
      byId(list, HTMLElement).replaceChildren(...items);
    }
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    const { text, rich } = pasted(event);
    this.#pastedLength = text.length;
    const whole = box.selectionEnd - box.selectionStart === box.value.length;
    if (!whole && rich) {
      event.preventDefault();
      // The only way to write into the box that the browser's own undo knows.
      document.execCommand("insertText", false, text);
      return;
    }
    if (!rich && (text.length <= LONG || box.value !== "")) return;
    event.preventDefault();
    void this.put(text, {}, { said: strings.replaced });
  }

  /** @param {Event} event */
  #input(event) {
    this.desk.touched = true;
    const paste = event instanceof InputEvent && event.inputType === "insertFromPaste";
    // A text that was pasted as a whole is to be read; one that is being written stays in the box.
    const whole = paste && box.value.length - this.#pastedLength < 2;
    clearTimeout(this.#timer);
    const wait = paste ? 0 : box.value.length > LONG ? 900 : 200;
    this.#timer = window.setTimeout(() => void this.desk.edit(box.value, whole), wait);
  }

  /** A text that is pasted while another is being read takes its place. @param {ClipboardEvent} event */
  #pasteElsewhere(event) {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    const { text } = pasted(event);
    if (text.trim() !== "") void this.put(text, {}, { said: strings.replaced });
  }
}

/** What a paste brings, with its headings and lists if it has any. @param {ClipboardEvent} event */
function pasted(event) {
  const plain = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n") ?? "";
  const rich = textOfRich(event.clipboardData?.getData("text/html") ?? "", plain);
  return { text: rich || plain, rich: rich !== "" };
}
