// @ts-check
/** @import { Outline, Span } from "../speech-outline/index.js" */
import { clock, spoken, wordsOf } from "../speech-outline/render/words.js";
import { fill, strings } from "../strings.js";
import { sectionAt } from "../corrections.js";

/**
 * Words of the transcript as a quotation: who said them, where and when.
 * @param {string} text
 * @param {Outline} outline
 * @param {Span} span
 */
export function quotation(text, outline, span) {
  const speaker = outline.speakers.find(({ spans }) => spans.some((turn) => turn.start <= span.start && span.start < turn.end));
  const { time } = outline.sections[sectionAt(outline.sections, span.start)] ?? {};
  const known = [speaker?.name, outline.title, outline.place, outline.date, time && fill(strings.fromTime, { time: clock(time.start) })];
  const source = known.filter((part) => part !== null && part !== undefined).map((part) => wordsOf(part).join(" "));
  return `“${wordsOf(spoken(outline, span, text)).join(" ")}”${source.length > 0 ? ` — ${source.join(", ")}` : ""}`;
}
