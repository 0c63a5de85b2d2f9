// Invented texts to measure with: the transcripts of `training/invented/`, without the marks of their annotation.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All transcripts, one after the other. */
export function inventedText() {
  const folder = join(import.meta.dirname, "../../training/invented");
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return files.map((name) => readFileSync(join(folder, name), "utf8").replace(/⟦[^⟧]*⟧/g, "")).join("\n\n");
}

/**
 * The first paragraphs, up to the one that has the word number `words`.
 *
 * @param {string} text
 * @param {number} words
 */
export function beginning(text, words) {
  let left = words;
  const kept = [];
  for (const paragraph of text.split("\n\n")) {
    if (left <= 0) break;
    left -= paragraph.split(/\s+/).filter((word) => word !== "").length;
    kept.push(paragraph);
  }
  return kept.join("\n\n");
}

/**
 * As many bytes of paragraphs, in another order each time that the text comes round. The same each time it is called.
 *
 * @param {string} text
 * @param {number} bytes
 */
export function shuffled(text, bytes) {
  const paragraphs = text.split("\n\n");
  const kept = [];
  let length = 0;
  for (let at = 0; length < bytes; at += 1) {
    const round = Math.floor(at / paragraphs.length);
    // Both factors are odd and not multiples of one another, so neighbours differ between rounds.
    const paragraph = paragraphs[(at * (2 * round + 1)) % paragraphs.length] ?? "";
    kept.push(paragraph);
    length += Buffer.byteLength(paragraph) + 2;
  }
  return kept.join("\n\n");
}
