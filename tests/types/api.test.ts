// Compiled, never run: what a user of the types may write, and what they may not.
import {
  createOutliner,
  type Exchange,
  type Format,
  init,
  InputTooLargeError,
  type KeyPoint,
  type Masked,
  type NoteCode,
  type Options,
  outline,
  type Outline,
  type Section,
  type SectionKind,
  type Sentence,
  SpeechOutlineError,
  transcript,
  type Transcript,
  type Turn,
} from "speech-outline";
import type { SpeechOutlineElement } from "speech-outline/element";
import { labels, renderElement, renderHtml, renderJsonLd, renderMarkdown } from "speech-outline/render";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<T extends true>(): T | void {}

assertType<
  Equal<SectionKind, "front-matter" | "opening" | "agenda-item" | "announcement" | "question-answer" | "closing">
>();
assertType<Equal<Outline["version"], 1>>();
assertType<Equal<Outline["title"], string | null>>();
assertType<Equal<ReturnType<typeof outline>, Outline>>();
assertType<Equal<ReturnType<typeof init>, Promise<void>>>();
assertType<Equal<KeyPoint["speaker"], number | null>>();
assertType<Equal<ReturnType<typeof transcript>, Transcript>>();
assertType<Equal<Turn["speaker"] | Sentence["turn"], number | null>>();
assertType<Equal<Masked["kind"], "speaker-label" | "stage-direction" | "time" | "page-furniture" | "markup">>();
assertType<
  Equal<
    NoteCode,
    "broken-cue" | "no-punctuation" | "text-outside-cue" | "time-runs-backwards" | "unclosed-tag" | "unknown-language"
  >
>();

const result = outline("Good morning.", { format: "auto", language: "en", granularity: "fine", maxKeyPoints: 3 });
outline("Good morning.");
outline("Good morning.", null);
outline("Good morning.", { format: null, maxKeyPoints: undefined });
const format: Format = "webvtt";
const options: Options = { format };

// @ts-expect-error: the text is no Buffer
outline(new Uint8Array());
// @ts-expect-error: no such format
outline("", { format: "docx" });
// @ts-expect-error: no such option
outline("", { maxKeypoints: 3 });
// @ts-expect-error: a number, not its digits
outline("", { maxKeyPoints: "3" });
// @ts-expect-error: it may be missing
const title: string = result.title;

const outliner = createOutliner({ granularity: "coarse" });
createOutliner();
createOutliner(null);
assertType<Equal<ReturnType<typeof outliner.push>, Outline | null>>();
assertType<Equal<ReturnType<typeof outliner.finish>, Outline>>();
assertType<Equal<typeof outliner.text, string>>();
// @ts-expect-error: text is pushed, not set
outliner.text = "";

const read = transcript("Good morning.", { format: "auto", language: null });
transcript("Good morning.");
transcript("Good morning.", options);
// @ts-expect-error: a reading has no key points
transcript("", { maxKeyPoints: 3 });
// @ts-expect-error: nobody may have spoken it
const turn: Turn | undefined = read.turns[read.sentences[0]?.turn];

export function describe(section: Section): string {
  switch (section.kind) {
    case "question-answer": {
      const exchange: Exchange | undefined = section.exchange;
      return `asked by ${exchange?.asker ?? "somebody"}`;
    }
    case "front-matter":
    case "opening":
    case "agenda-item":
    case "announcement":
    case "closing": {
      assertType<Equal<typeof section.exchange, undefined>>();
      return section.title;
    }
    default: {
      // All kinds are named above.
      const never: never = section;
      return never;
    }
  }
}

try {
  outline("", options);
} catch (error) {
  if (error instanceof InputTooLargeError) assertType<Equal<typeof error.code, "too-large">>();
  if (error instanceof SpeechOutlineError && error.code === "invalid-option") console.log(error.message);
}

void init(new URL("https://example.org/speech_outline_bg.wasm"));
void init(new Uint8Array());
void init(fetch("/speech_outline_bg.wasm"));
void title;
void turn;

const html: string = renderHtml(result, { text: "Good morning.", headingLevel: 3, labels: { keyPoints: "The gist" } });
// @ts-expect-error: no such label
renderHtml(result, { labels: { keypoints: "" } });
const markdown: string = renderMarkdown(result, "Good morning.");
const data: string = renderJsonLd(result, { url: "https://example.org/" });
renderElement(result, { for: "transcript", stylesheet: "/element.css" });
assertType<Equal<keyof typeof labels, "en" | "de" | "fr" | "es">>();
void [html, markdown, data];

const element = document.createElement("speech-outline");
assertType<Equal<typeof element, SpeechOutlineElement>>();
element.outline = result;
element.maxKeyPoints = 3;
element.labels = { ...labels.de, heading: "Kurz" };
// @ts-expect-error: the element decides
element.state = "ready";
element.addEventListener("speech-outline-select", ({ detail }) => {
  assertType<Equal<typeof detail.kind, "section" | "key-point" | "exchange">>();
  assertType<Equal<typeof detail.range, Range | null>>();
});
document.addEventListener("speech-outline-ready", ({ detail }) => detail.outline?.sections.length);
