// The text of an element: what is read of it, and where words of it stand.

/** What holds no words of the transcript. */
const SKIPPED = "script, style, noscript, template, textarea, select, button, svg, iframe, speech-outline, [aria-hidden=true]";

const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CAPTION|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TR|UL)$/;

/** What does not tell two texts apart: white space, and characters without width. */
const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * The nodes of a transcript's element, in order. What is put into the named slots of a `<speech-outline>` is not of it.
 *
 * @param {Element} root
 * @param {number} show
 */
function walk(root, show) {
  return document.createTreeWalker(root, show, (node) =>
    node instanceof Element && (node.matches(SKIPPED) || (node.slot && node.parentNode === root))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT);
}

/**
 * The text with the line breaks that a reader sees: around blocks, and where the element holds text as it was written.
 *
 * @param {Element} root
 */
export function textOf(root) {
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = "";
  /** @type {Element} */
  let block = root;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    let around = node instanceof Element ? node : parent;
    while (around !== root && !BLOCKS.test(around.tagName)) around = /** @type {Element} */ (around.parentElement);
    if (around !== block) text += "\n\n";
    block = around;
    if (node instanceof Text) {
      const asWritten = around === root ? root.tagName !== "P" : around.tagName === "PRE";
      text += asWritten ? node.data.replace(/\n[ \t]+/g, "\n") : node.data.replace(/\s+/g, " ");
    } else if (node.nodeName === "BR") {
      text += "\n";
    } else if (/^T[DH]$/.test(node.nodeName)) {
      text += " ";
    }
  }
  return text.replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** Text as it is compared: other quotation marks, dashes and spaces do not count. @param {string} text */
export const condensed = (text) =>
  text.replace(DROPPED, "").replace(/[‘’‚‛`´]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/[‐‑‒–—―−]/g, "-");

/**
 * Words that are looked for. All strings are condensed.
 *
 * @typedef {object} Words
 * @property {string} all all of them; empty where they are not known
 * @property {string[]} starts what they may start with, the likeliest first
 * @property {string} end what they end with
 * @property {string} before what stands before them
 * @property {number} at where they are expected: 0 at the start of the text, 1 at its end
 * @property {number} length about how many characters they are
 */

/**
 * The place of words in an element. Where they are not found, it is empty, and where they are expected.
 *
 * @param {Element} root
 * @param {Words} words
 */
export function findWords(root, { all, starts, end, before, at, length }) {
  const walker = walk(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** @type {{ node: Text, start: number }[]} */
  const nodes = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: text.length });
    text += condensed(node.data);
  }
  if (text === "") return null;
  const expected = Math.min(text.length - 1, Math.floor(at * text.length));

  /** @param {number} index into the condensed text @param {boolean} isEnd */
  const boundary = (index, isEnd) => {
    const before = nodes.filter(({ start }) => (isEnd ? start < index : start <= index));
    const { node, start } = before.at(-1) ?? { node: new Text(), start: 0 };
    // Of the characters that count, so many are passed; a start stands before the next that counts.
    let [left, offset] = [index - start, 0];
    for (; offset < node.length; offset += 1) {
      const counts = condensed(node.data.charAt(offset)) !== "";
      if (left === 0 && (isEnd || counts)) break;
      if (counts) left -= 1;
    }
    return /** @type {const} */ ([node, offset]);
  };

  const range = document.createRange();
  range.setStart(...boundary(expected, false));
  for (const start of all ? [all, ...starts] : starts) {
    const preceded = nearest(text, before + start, expected - before.length);
    const from = preceded < 0 ? nearest(text, start, expected) : preceded + before.length;
    if (from < 0 || start === "") continue;
    const last = start === all ? from + all.length : nearest(text, end, from + length - end.length, from) + end.length;
    // Further away than that, it is the end of something else.
    const to = last < from + start.length || last > from + 2 * length + 200 ? from + start.length : last;
    range.setStart(...boundary(from, false));
    range.setEnd(...boundary(to, true));
    return range;
  }
  range.collapse(true);
  return range;
}

/**
 * The occurrence that is nearest to where it is expected; -1 where there is none.
 *
 * @param {string} text
 * @param {string} wanted
 * @param {number} expected
 * @param {number} [from]
 */
function nearest(text, wanted, expected, from = 0) {
  let best = -1;
  for (let found = wanted ? text.indexOf(wanted, from) : -1; found >= 0; found = text.indexOf(wanted, found + 1)) {
    if (best < 0 || Math.abs(found - expected) < Math.abs(best - expected)) best = found;
  }
  return best;
}
