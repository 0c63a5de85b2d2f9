// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { escapeMarkup as e, rows } from "./rows.js";

/** The outline as a page of its own, without scripts or links. @param {string} text @param {Outline} outline */
export function html(text, outline) {
  const { title, facts, points, sections } = rows(text, outline);
  /** @type {(point: (typeof points)[number]) => string} */
  const item = ({ text, speaker, reasons }) => {
    const about = [speaker, ...reasons.map((reason) => strings.reasons[reason] ?? reason)].filter((part) => part !== "").map(e).join(", ");
    return `<li>${e(text)}${about && ` <small>${about}</small>`}</li>`;
  };
  const list = (/** @type {typeof points} */ items) => (items.length > 0 ? `<ul>${items.map(item).join("")}</ul>` : "");
  return `<!doctype html>
<html lang="${e(outline.language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${e(title ?? strings.noTitle)}</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}small{color:#555}</style>
<h1>${e(title ?? strings.noTitle)}</h1>
<p>${facts.map(e).join(" · ")}</p>
<h2>${strings.keyPoints}</h2>
${list(points)}
<h2>${strings.sectionsHeading}</h2>
${sections
  .map(
    (section, index) => `<h3>${index + 1}. ${e(section.heading)}</h3>
<p><small>${e(section.speakers)}</small></p>
${section.said.map(({ what, speaker, words }) => `<p><b>${what}</b>${speaker && ` (${e(speaker)})`}: ${e(words)}</p>`).join("\n")}
${list(section.points)}`,
  )
  .join("\n")}
</html>
`;
}
