// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
/** @import { FileFormat } from "../export/formats.js" */
import { byId, h } from "../dom.js";
import { fileName, formats } from "../export/formats.js";
import { spoken, strings } from "../strings.js";
import { menu } from "./menu.js";
import { say, tell } from "./messages.js";

/**
 * The buttons that take the outline away: copied, saved, linked to, printed.
 * @param {() => { text: string, outline: Outline | null }} current
 * @param {(() => void) | null} link copies a link, where there can be one
 */
export function takeAway(current, link) {
  const copyButton = byId("copy", HTMLButtonElement);
  const name = copyButton.firstElementChild ?? "";
  copyButton.addEventListener("click", async () => {
    const { text, outline } = current();
    if (!outline) return;
    if (!(await copy(import("../export/markdown.js").then(({ markdown }) => markdown(text, outline))))) return;
    copyButton.replaceChildren(strings.copied);
    setTimeout(() => copyButton.replaceChildren(name), 1500);
  });

  /** @param {FileFormat} format */
  const save = async ({ ending, type, make }) => {
    const { text, outline } = current();
    if (outline) download(fileName(outline, ending), new Blob([await make(text, outline)], { type }));
  };
  spoken(() => {
    byId("save-list", HTMLElement).replaceChildren(
      ...formats.map((format) => item(format.ending, () => void save(format), `.${format.ending}`)),
      ...(link ? [item("link", link)] : []),
      item("print", () => print()),
    );
  });
  menu(byId("save-menu", HTMLDetailsElement));
}

/** @param {keyof typeof strings.saveAs} as @param {() => void} act @param {string} [ending] */
const item = (as, act, ending) =>
  h(
    "li",
    {},
    h("button", { type: "button", "data-format": as, onclick: act }, h("span", { class: "name" }, strings.saveAs[as]), " ", ending && h("span", { class: "quiet" }, ending)),
  );

/**
 * Copies words. Those that still have to be made must be promised: WebKit lets a page copy only in the click itself.
 * @param {string | Promise<string>} words
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copy(words) {
  try {
    if (typeof words !== "string" && "ClipboardItem" in globalThis) {
      const content = words.then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": content })]);
    } else {
      await navigator.clipboard.writeText(await words);
    }
    say(strings.copied);
    return true;
  } catch {
    tell(strings.copyFailed);
    return false;
  }
}

/** @param {string} name @param {Blob} content */
function download(name, content) {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
