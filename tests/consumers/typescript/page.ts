// Compiled, never run: what a page uses.
import { createOutliner, init, outlineAsync, type Outliner } from "speech-outline";
import { SpeechOutlineElement } from "speech-outline/element";
import "speech-outline/element/define";
import { renderHtml, renderMarkdown } from "speech-outline/render";

export async function show(text: string, place: HTMLElement): Promise<void> {
  await init();
  const live: Outliner = createOutliner();
  live.push(text);
  const { outline, thread } = await outlineAsync(text, { worker: true, signal: AbortSignal.timeout(1000) });
  place.title = `${thread}: ${renderMarkdown(outline)}`;
  place.innerHTML = renderHtml(outline, { text });
  const element = document.querySelector("speech-outline");
  if (element instanceof SpeechOutlineElement) element.outline = live.finish();
}
