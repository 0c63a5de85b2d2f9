// A description as nodes of the document: no markup is parsed, so that no policy on it stands in the way.

/** @import { Description } from "../render/describe.js" */

/** @param {Description} description @returns {Node | string} */
export function nodeOf(description) {
  if (!description) return "";
  if (typeof description === "string") return description.replaceAll("\0", "\ufffd");
  const [tag, attributes, ...children] = description;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean).map(nodeOf));
  return element;
}
