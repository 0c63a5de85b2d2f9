// Shows a place in the page: marks it, scrolls to it, and lets the keyboard go on from there.

/** The highlights' names: words, and whole sections. */
const NAMES = /** @type {const} */ (["speech-outline", "speech-outline-section"]);

const HIGHLIGHTS = `
::highlight(speech-outline) {
  background-color: var(--speech-outline-mark, #ffe08a);
  color: var(--speech-outline-mark-text, #1a1a1a);
}
::highlight(speech-outline-section) {
  background-color: color-mix(in srgb, var(--speech-outline-mark, #ffe08a) 35%, transparent);
}`;

/** How far down the view a place is shown: below what sites keep at the top. */
const LEVEL = 0.2;

/** Roots whose style sheets know of the highlights. @type {WeakSet<Node>} */
const styled = new WeakSet();

/**
 * @param {Range} range
 * @param {boolean} isSection
 * @returns {() => void} takes the mark away
 */
export function mark(range, isSection) {
  if (typeof Highlight !== "function" || !CSS.highlights) {
    // What every browser can mark is a selection.
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range.cloneRange());
    return () => selection?.removeAllRanges();
  }
  const root = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
  if (!styled.has(root)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HIGHLIGHTS);
    root.adoptedStyleSheets.push(sheet);
    styled.add(root);
  }
  const name = NAMES[isSection ? 1 : 0];
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight.add(range));
  return () => void highlight.delete(range);
}

/** @param {Range} range @param {boolean} isSmooth whether the reader may see the way there */
export function show(range, isSmooth) {
  const block = blockOf(range);
  for (let around = block; around; around = around.parentElement ?? hostOf(around)) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.getAttribute("hidden") === "until-found") around.removeAttribute("hidden");
  }
  const behavior = isSmooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  for (let box = block; box && box !== document.scrollingElement; box = box.parentElement ?? hostOf(box)) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    box.scrollTop += topOf(range) - box.getBoundingClientRect().top - box.clientHeight * LEVEL;
  }
  scrollBy({ top: topOf(range) - innerHeight * LEVEL, behavior });
}

/** Moves the focus to the block at a place, as following a link does. @param {Range} range */
export function focusOn(range) {
  const block = blockOf(range);
  if (!block) return;
  if (!block.hasAttribute("tabindex")) {
    block.setAttribute("tabindex", "-1");
    block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
  }
  block.focus({ preventScroll: true, focusVisible: false });
}

/** @param {Range} range */
function topOf(range) {
  const { top, height, width } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  // An empty range may have no place of its own.
  return top || height || width ? top : (blockOf(range)?.getBoundingClientRect().top ?? 0);
}

/** @param {Range} range @returns {HTMLElement | null} */
function blockOf({ startContainer }) {
  let block = startContainer.parentElement;
  while (block?.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  return block;
}

/** @param {Node} node @returns {HTMLElement | null} */
const hostOf = (node) => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? /** @type {HTMLElement} */ (root.host) : null;
};
