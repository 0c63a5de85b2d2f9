// @ts-check

/**
 * Puts words on the clipboard. Those that still have to be made must be promised: WebKit lets a page copy only in the
 * click itself, and does not wait for a module to load.
 * @param {string | Promise<string>} words
 * @returns {Promise<boolean>} whether the browser allowed it, and the words came
 */
export async function toClipboard(words) {
  try {
    if (typeof words !== "string" && "ClipboardItem" in globalThis) {
      const content = words.then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": content })]);
    } else {
      await navigator.clipboard.writeText(await words);
    }
    return true;
  } catch {
    return false;
  }
}
