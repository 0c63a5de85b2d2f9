// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { rows } from "./rows.js";

/** The key points as a table for a spreadsheet (RFC 4180). @param {string} text @param {Outline} outline */
export function csv(text, outline) {
  const { points, sections } = rows(text, outline);
  const header = ["rank", "text", "speaker", "section", "kind", "title", "reasons", "start", "end", "seconds"];
  const lines = points.map(({ text, speaker, reasons, point }, index) => {
    const home = sections[point.section];
    const { start, end } = point.span;
    const seconds = home?.section.time?.start ?? "";
    return [index + 1, text, speaker, point.section + 1, home?.kind ?? "", home?.title ?? "", reasons.join(" "), start, end, seconds];
  });
  // The mark at the start tells Excel that this is UTF-8.
  return `\ufeff${[header, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  // A spreadsheet would run what begins like a formula.
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${inert.replaceAll('"', '""')}"`;
}
