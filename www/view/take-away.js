// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
/** @import { FileFormat } from "../export/formats.js" */
import { toClipboard } from "../clipboard.js";
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

/** Copies words, and says so. @param {string | Promise<string>} words @returns {Promise<boolean>} whether the browser allowed it */
export async function copy(words) {
  const copied = await toClipboard(words);
  if (copied) say(strings.copied);
  else tell(strings.copyFailed);
  return copied;
}

/** @param {string} name @param {Blob} content */
function download(name, content) {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
