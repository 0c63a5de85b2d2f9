import type { Labels } from "./render.js";
import type { Options, Outline, Span } from "./types.js";

export type State = "empty" | "loading" | "ready" | "error";

/**
 * `<speech-outline>`: the outline of a transcript, each line of which leads to its place in the transcript. Importing
 * `speech-outline/element/define` registers it.
 *
 * The transcript is, in this order: the property `text`, the file at `src`, the text in the element. With `for`, it is
 * the text of the element that it names, if that is longer than what the element holds itself: a note that a script is
 * needed is no transcript.
 */
export class SpeechOutlineElement extends HTMLElement {
  static observedAttributes: string[];

  /** Attribute `for`: the id of the element in the page that holds the transcript, where lines lead to. */
  htmlFor: string | null;
  /** The address of the transcript. */
  src: string | null;
  format: Options["format"] | null;
  granularity: Options["granularity"] | null;
  /** Attribute `max-key-points`. Numbers are reflected as text. */
  get maxKeyPoints(): string | null;
  set maxKeyPoints(value: number | string | null);
  /** Default: the label `heading`. */
  heading: string | null;
  /** Attribute `heading-level`, from 1 to 6. Default 2. */
  get headingLevel(): string | null;
  set headingLevel(value: number | string | null);
  /** Whether the sections are folded away at first. */
  collapsed: boolean;
  /** `"off"`: long transcripts are outlined on the page's own thread, not in a worker. */
  worker: string | null;
  /** Labels in place of those of the page's language. As an attribute, JSON. */
  labels: Partial<Labels> | null;

  /** The transcript. It may be set; `null` where it is not known, as with an outline from a server. */
  text: string | null;
  /** The outline. It may be set, with `text`, and is then shown as it is. */
  outline: Outline | null;
  readonly state: State;
  /** The element in which lines find their places. */
  readonly target: Element | null;

  /** Reads the transcript again, where it has changed in a way that the element cannot know of. */
  refresh(): void;
  /**
   * Marks the place of a line and brings it into view, as choosing the line does.
   *
   * @param id The id of the line, with or without the element's own name before it: `"3"` is the third section,
   *   `"point-1"` the first key point.
   * @returns Whether there is such a line.
   */
  select(id: string): boolean;
  /** Takes the mark away. */
  clear(): void;

  addEventListener<Name extends keyof SpeechOutlineEvents>(
    type: Name,
    listener: (this: SpeechOutlineElement, event: SpeechOutlineEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** All bubble, out of shadow trees too. */
export interface SpeechOutlineEvents extends HTMLElementEventMap {
  /** The outline is shown. `outline` is `null` where a server has made it. */
  "speech-outline-ready": CustomEvent<{ outline: Outline | null }>;
  /** A line was chosen. Cancelable: then nothing is marked or scrolled. */
  "speech-outline-select": CustomEvent<SelectDetail>;
  /** There is no outline. The element shows why; `code` is that of the package's errors, or `"src"`. */
  "speech-outline-error": CustomEvent<{ error: Error & { code?: string } }>;
}

export interface SelectDetail {
  /** The id of the line, which is also the fragment of its address. */
  id: string;
  kind: "section" | "key-point" | "exchange";
  /** In the transcript. */
  span: Span;
  /** In the page; `null` where the words were not found. */
  range: Range | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "speech-outline": SpeechOutlineElement;
  }
  interface GlobalEventHandlersEventMap {
    "speech-outline-ready": SpeechOutlineEvents["speech-outline-ready"];
    "speech-outline-select": SpeechOutlineEvents["speech-outline-select"];
    "speech-outline-error": SpeechOutlineEvents["speech-outline-error"];
  }
}
