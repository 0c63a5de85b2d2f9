// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { byId, h } from "../dom.js";
import { fileName, formats } from "../export/formats.js";
import { strings } from "../strings.js";
import { menu } from "./menu.js";
import { say, tell } from "./messages.js";

/**
 * The buttons that take the outline away: copied, saved, printed.
 * @param {() => { text: string, outline: Outline | null }} current
 */
export function takeAway(current) {
  const copyButton = byId("copy", HTMLButtonElement);
  const name = copyButton.firstElementChild ?? "";
  copyButton.addEventListener("click", async () => {
    const { text, outline } = current();
    if (!outline) return;
    const { markdown } = await import("../export/markdown.js");
    if (!(await copy(markdown(text, outline)))) return;
    copyButton.replaceChildren(strings.copied);
    setTimeout(() => copyButton.replaceChildren(name), 1500);
  });

  const list = byId("save-list", HTMLElement);
  for (const { name, ending, type, make } of formats) {
    const save = async () => {
      const { text, outline } = current();
      if (outline) download(fileName(outline, ending), new Blob([await make(text, outline)], { type }));
    };
    list.append(
      h("li", {}, h("button", { type: "button", "data-format": ending, onclick: () => void save() }, h("span", { class: "name" }, name), " ", h("span", { class: "quiet" }, `.${ending}`))),
    );
  }
  list.append(h("li", {}, h("button", { type: "button", "data-format": "print", onclick: () => print() }, h("span", { class: "name" }, strings.print))));
  menu(byId("save-menu", HTMLDetailsElement));
}

/** @param {string} words @returns {Promise<boolean>} whether the browser allowed it */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
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
