// @ts-check
import { parsed } from "./trusted.js";

const NOT_SHOWN = new Set(["head", "script", "style", "noscript", "template", "title", "iframe", "object", "svg", "math", "textarea", "select", "button"]);
/** Blocks that stand apart from what is around them. */
const APART = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "blockquote", "pre", "table", "dl", "hr"]);
/** Blocks that begin and end a line. */
const LINES = new Set(["div", "li", "tr", "dt", "dd", "section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption", "address"]);

/**
 * A rich paste as plain text that keeps its structure: `# Heading`, `- item`, paragraphs apart, lines broken where they
 * were. Empty if the markup has no structure to keep, or would lose words of the plain text beside it.
 * @param {string} html is read, and neither shown nor run
 * @param {string} plain the same words without markup
 */
export function textOfRich(html, plain) {
  if (html === "") return "";
  const { body } = parsed(bare(html), "text/html");
  if (!body.querySelector("h1, h2, h3, h4, h5, h6, li, p, br")) return "";
  const text = written(body);
  return characters(text) >= 0.95 * characters(plain) ? text : "";
}

/**
 * Markup without attributes, comments, styles and scripts. The document that is made of it would not act on them, but
 * browsers report each as a violation of the page's policy.
 * @param {string} html
 */
function bare(html) {
  const opening = /<!--|<(\/?[a-z][^\s/>]*)/gi;
  let text = "";
  let at = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    text += html.slice(at, found.index);
    const name = found[1];
    if (!name) at = after(html, "-->", opening.lastIndex);
    else {
      at = endOfTag(html, opening.lastIndex);
      if (/^(?:style|script)$/i.test(name)) at = after(html, `</${name}>`, at);
      else text += `<${name}>`;
    }
    opening.lastIndex = at;
  }
  return text + html.slice(at);
}

/** @param {string} html @param {number} from */
function endOfTag(html, from) {
  const delimiter = /[>"']/g;
  delimiter.lastIndex = from;
  for (let found = delimiter.exec(html); found; found = delimiter.exec(html)) {
    if (found[0] === ">") return delimiter.lastIndex;
    delimiter.lastIndex = after(html, found[0], delimiter.lastIndex);
  }
  return html.length;
}

/** @param {string} html @param {string} mark @param {number} from */
function after(html, mark, from) {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** @param {string} text */
const characters = (text) => text.replace(/\s+/g, "").length;

/** @param {Element} root */
function written(root) {
  let text = "";
  /** Line breaks that stand before the next words. */
  let breaks = 0;
  /** What the next line begins with. */
  let start = "";

  const atLeast = (/** @type {number} */ n) => {
    breaks = Math.max(breaks, n);
  };
  const words = (/** @type {string} */ some) => {
    const first = text === "" || breaks > 0;
    const next = first || text.endsWith(" ") ? some.replace(/^ +/, "") : some;
    if (next === "") return;
    if (first && text !== "") text = text.replace(/ +$/, "") + "\n".repeat(breaks);
    text += (first ? start : "") + next;
    if (first) start = "";
    breaks = 0;
  };
  const visit = (/** @type {Node} */ node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) words((child.textContent ?? "").replace(/[ \t\n\r\f]+/g, " "));
      else if (child instanceof Element) element(child);
    }
  };
  const element = (/** @type {Element} */ child) => {
    const name = child.localName;
    if (NOT_SHOWN.has(name)) return;
    if (name === "br") {
      breaks = Math.min(breaks + 1, 2);
      return;
    }
    const inItem = (name === "p" || name === "ul" || name === "ol") && child.closest("li") !== null;
    const apart = inItem ? 1 : APART.has(name) ? 2 : LINES.has(name) ? 1 : 0;
    atLeast(apart);
    if (/^h[1-6]$/.test(name)) start = `${"#".repeat(Number(name[1]))} `;
    else if (name === "li") start = "- ";
    if (name === "pre") lines(child.textContent ?? "");
    else visit(child);
    if (name === "td" || name === "th") words(" ");
    // An empty heading or item leaves no mark.
    if (/^h[1-6]$/.test(name) || name === "li") start = "";
    atLeast(apart);
  };
  const lines = (/** @type {string} */ preformatted) => {
    for (const line of preformatted.split(/\r\n?|\n/)) {
      words(line);
      breaks = Math.min(breaks + 1, 2);
    }
  };
  visit(root);
  return text.trimEnd();
}
