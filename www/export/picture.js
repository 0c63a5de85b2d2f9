// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
import { strings } from "../strings.js";
import { escapeMarkup as e, rows } from "./rows.js";

/** @type {Record<keyof typeof strings.kinds, string>} */
const COLOURS = {
  "front-matter": "#6a6e79",
  opening: "#0c6f66",
  "agenda-item": "#2756c4",
  announcement: "#b23c06",
  "question-answer": "#7b3aa8",
  closing: "#4c6a1c",
};
const WIDTH = 1200;
const HEIGHT = 150;
const MARGIN = 20;

/** The whole event as one band, its sections in their colours and proportions. @param {string} text @param {Outline} outline */
export function svg(text, outline) {
  const { title, facts, sections } = rows(text, outline);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, text.length);
  const bars = sections.map(({ heading, section: { kind, span } }) => {
    const width = Math.max(1, (span.end - span.start) * scale - 1);
    return `<rect x="${(MARGIN + span.start * scale).toFixed(1)}" y="64" width="${width.toFixed(1)}" height="34" fill="${COLOURS[kind]}"><title>${e(heading)}</title></rect>`;
  });
  const kinds = [...new Set(sections.map(({ section }) => section.kind))];
  let x = MARGIN;
  const legend = kinds.map((kind) => {
    const at = x;
    x += 30 + strings.kinds[kind].length * 8.5;
    return `<rect x="${at}" y="116" width="12" height="12" fill="${COLOURS[kind]}"/><text x="${at + 18}" y="127" font-size="14">${e(strings.kinds[kind])}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" fill="#1c1f26">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${MARGIN}" y="30" font-size="20" font-weight="600">${e((title ?? strings.noTitle).slice(0, 100))}</text>
<text x="${MARGIN}" y="52" font-size="14" fill="#5c6270">${e(facts.join(" · ").slice(0, 140))}</text>
${bars.join("\n")}
${legend.join("\n")}
</svg>
`;
}

/** The same as pixels. @param {string} text @param {Outline} outline @returns {Promise<Blob>} */
export async function png(text, outline) {
  const { title, facts, sections } = rows(text, outline);
  const canvas = new OffscreenCanvas(WIDTH * 2, HEIGHT * 2);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.scale(2, 2);
  const write = (/** @type {string} */ words, /** @type {number} */ x, /** @type {number} */ y, font = "14px sans-serif") => {
    context.font = font;
    context.fillStyle = "#1c1f26";
    context.fillText(words, x, y);
    return context.measureText(words).width;
  };
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, WIDTH, HEIGHT);
  write((title ?? strings.noTitle).slice(0, 100), MARGIN, 30, "600 20px sans-serif");
  write(facts.join(" · ").slice(0, 140), MARGIN, 52);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, text.length);
  for (const { section: { kind, span } } of sections) {
    context.fillStyle = COLOURS[kind];
    context.fillRect(MARGIN + span.start * scale, 64, Math.max(1, (span.end - span.start) * scale - 1), 34);
  }
  let x = MARGIN;
  for (const kind of new Set(sections.map(({ section }) => section.kind))) {
    context.fillStyle = COLOURS[kind];
    context.fillRect(x, 116, 12, 12);
    x += 36 + write(strings.kinds[kind], x + 18, 127);
  }
  return canvas.convertToBlob({ type: "image/png" });
}
