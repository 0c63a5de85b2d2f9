// @ts-check
/** @import { Span } from "../speech-outline/index.js" */
/** @import { TranscriptView } from "./transcript.js" */

/**
 * Tells what is selected in the transcript, as a span without white space at its ends; `null` when nothing is.
 * @param {TranscriptView} view
 * @param {(span: Span | null) => void} tell
 */
export function onSelection(view, tell) {
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => tell(selected(view)), 150);
  });
}

/** @param {TranscriptView} view */
function selected(view) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = view.offsetOf(range.startContainer, range.startOffset);
  const end = view.offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = view.text.slice(start, end);
  const span = {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
  return span.start < span.end ? span : null;
}
