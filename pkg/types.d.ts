/** What comes out: the structured outline of one transcript. Every span counts UTF-16 code units of the text. */
export interface Outline {
  /** The version of this shape. */
  version: 1;
  format: Format;
  /** BCP 47 tag of the language whose cues were used, or `und` when the text is in none that is known. */
  language: string;
  /** From the front matter, as written there. */
  title: string | null;
  source: string | null;
  date: string | null;
  place: string | null;
  speakers: Speaker[];
  /** In order, without gap or overlap: the first starts at 0, the last ends at the text's length. */
  sections: Section[];
  /** Of the whole transcript, best first. */
  keyPoints: KeyPoint[];
  stats: Stats;
}

/** How the text was laid out when it was pasted. */
export type Format =
  | "plain"
  | "hard-wrapped"
  | "wall"
  | "webvtt"
  | "srt"
  | "sbv"
  | "youtube"
  | "zoom"
  | "teams"
  | "otter"
  | "rev"
  | "captions"
  | "markdown"
  | "html";

/** All have defaults; `null` and `undefined` stand for them. */
export interface Options {
  /** Default `"auto"`: recognised by itself. */
  format?: "auto" | Format | null | undefined;
  /** Default `"auto"`: recognised by itself. */
  language?: "auto" | "en" | null | undefined;
  /** How finely the transcript is cut into sections. Default `"normal"`. */
  granularity?: "coarse" | "normal" | "fine" | null | undefined;
  /** The number of key points of the whole transcript, from 0 to 100. Default: 5, 8 or 12, by its length. */
  maxKeyPoints?: number | null | undefined;
}

/** A half-open range of the text, in UTF-16 code units: `text.slice(span.start, span.end)`. */
export interface Span {
  start: number;
  end: number;
}

export interface Stats {
  /** Spoken words: front matter, labels, times and stage directions do not count. */
  words: number;
  sentences: number;
  /** At 240 words a minute, rounded up. */
  readingMinutes: number;
}

export interface Speaker {
  /** The fullest spelling that occurs in the transcript. */
  name: string;
  role: Role;
  words: number;
  /** The turns of this speaker. */
  spans: Span[];
}

/**
 * `host`: moderator, chair, operator, interviewer. `principal`: a person whose statements or answers the event is
 * about. `press`: press or audience.
 */
export type Role = "host" | "principal" | "press" | "unknown";

export type SectionKind = Section["kind"];

/** Narrow by `kind`. */
export type Section = QuestionAnswerSection | OtherSection;

export interface QuestionAnswerSection extends SectionBase {
  kind: "question-answer";
  exchange?: Exchange;
}

export interface OtherSection extends SectionBase {
  kind: "front-matter" | "opening" | "agenda-item" | "announcement" | "closing";
  exchange?: never;
}

interface SectionBase {
  /** The transcript's own words; empty where the kind says it all (front matter, opening, closing). */
  title: string;
  span: Span;
  /** Indices into `speakers` of the outline, in order of their first words here. */
  speakers: number[];
  /** Estimated probability, 0 to 1, that kind and start are right. */
  confidence: number;
  /** Best first. */
  keyPoints: KeyPoint[];
  /** Seconds from the start of the recording, where the transcript has times. */
  time?: { start: number; end: number };
}

/** Who asked what, and who answered. Speakers are indices, `null` where the transcript does not tell. */
export interface Exchange {
  asker: number | null;
  question: Span;
  answers: { speaker: number | null; span: Span }[];
  /** Further questions of the same questioner. */
  followUps: Exchange[];
}

/** A sentence that a careful reporter would put into a bullet list. */
export interface KeyPoint {
  /** Exactly `text.slice(span.start, span.end)`, white space as it stands. */
  text: string;
  span: Span;
  /** The sentence before, where the key point leans on it ("This will ...") and cannot be understood alone. */
  context?: Span;
  /** Index into `sections` of the outline. */
  section: number;
  /** Rank score, 0 to 1, comparable within one outline only. */
  score: number;
  /** Index into `speakers` of the outline. */
  speaker: number | null;
  reasons: Reason[];
  facts: Fact[];
}

/** Why a key point is one. */
export type Reason = "decision" | "commitment" | "figure" | "deadline" | "first" | "warning" | "position";

/** Narrow by `kind`. The spans of a value lie in the text, as all spans do. */
export type Fact = FigureFact | DateFact | PersonFact | AcronymFact | ActionFact | NameFact;

interface FactBase {
  span: Span;
}

export interface FigureFact extends FactBase {
  kind: "figure";
  value?: {
    /** The number, or the lower end of a range. */
    number: number;
    /** The upper end of a range. */
    to?: number;
    /**
     * `percent`, `percentage points`, `basis points`, a currency (ISO 4217 where the text is certain, otherwise
     * `dollars`), a unit in the plural (`kilometres`), or what is counted (`jobs`).
     */
    unit?: string;
    hedge?: string;
  };
}

export interface DateFact extends FactBase {
  kind: "date";
  value?: {
    /** ISO 8601: a day, month, year, week, time of day or interval. Absent where the text does not tell. */
    iso?: string;
    /** Whether the transcript's own date was needed to know (`tomorrow`, a day without a year). */
    resolved?: true;
  };
}

export interface PersonFact extends FactBase {
  kind: "person";
  value?: { name: Span; role?: Span };
}

export interface AcronymFact extends FactBase {
  kind: "acronym";
  /** Where the transcript spells it out. */
  value?: { expansion: Span };
}

export interface ActionFact extends FactBase {
  kind: "decision" | "commitment";
  value?: {
    who: Span;
    what: Span;
    /** The date until when, or from when. */
    by?: Span;
  };
}

export interface NameFact extends FactBase {
  kind: "organisation" | "place";
  value?: never;
}
