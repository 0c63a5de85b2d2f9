// Outline -> HTML. What the transcript says is text in it, never markup.

/** @import { Attributes, Description } from "./describe.js" */

import { describe } from "./describe.js";

/** @type {typeof import("../render.js").renderHtml} */
export const renderHtml = (outline, options = {}) => written(describe(outline, options), "class");

/** @type {typeof import("../render.js").renderElement} */
export function renderElement(outline, { stylesheet, content = "", ...options } = {}) {
  const { id, for: target, heading, headingLevel, collapsed, language, labels } = options;
  const prefix = id ?? (target === undefined ? "outline" : `${target}-outline`);
  const attributes = written(
    [
      "speech-outline",
      {
        id,
        for: target,
        heading,
        "heading-level": headingLevel?.toString(),
        collapsed,
        lang: language,
        labels: labels ? JSON.stringify(labels) : undefined,
      },
    ],
    "class",
  ).replace("</speech-outline>", "");
  const link = stylesheet === undefined ? "" : written(["link", { rel: "stylesheet", href: stylesheet }], "part");
  const shadow = written(describe(outline, { ...options, id: prefix, slots: true }), "part");
  const slot = target === undefined ? written(["div", { part: "transcript" }, ["slot", {}]], "part") : "";
  return `${attributes}<template shadowrootmode="open">${link}${shadow}${slot}</template>${content}</speech-outline>`;
}

/**
 * @param {Description} description
 * @param {"class" | "part"} naming what the names of the parts become
 * @returns {string}
 */
function written(description, naming) {
  if (!description) return "";
  if (typeof description === "string") return escapeHtml(description);
  const [tag, attributes, ...children] = description;
  const start = `<${tag}${Object.entries(attributes).map((attribute) => attributeOf(attribute, naming)).join("")}>`;
  if (tag === "link") return start;
  return `${start}${children.map((child) => written(child, naming)).join("")}</${tag}>`;
}

/** @param {[string, Attributes[string]]} attribute @param {"class" | "part"} naming */
function attributeOf([name, value], naming) {
  if (value === undefined || value === false) return "";
  if (value === true) return ` ${name}`;
  const isClass = name === "part" && naming === "class";
  const text = isClass ? value.split(" ").map((part) => `speech-outline-${part}`).join(" ") : value;
  return ` ${isClass ? "class" : name}="${escapeHtml(text)}"`;
}

/** @param {string} text */
const escapeHtml = (text) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("\0", "\ufffd");
