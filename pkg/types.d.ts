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
  /** What stands inside sentences without being speech (cue times, page headers), in order: a quotation leaves it out. */
  masked: Span[];
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
export interface TranscriptOptions {
  /** Default `"auto"`: recognised by itself. */
  format?: "auto" | Format | null | undefined;
  /** Default `"auto"`: recognised by itself. */
  language?: "auto" | "en" | null | undefined;
}

export interface Options extends TranscriptOptions {
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
  time?: TimeSpan;
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

/**
 * The reading of one transcript. `turns`, `paragraphs`, `sentences` and `masked` are in the order of the text and do
 * not overlap among themselves.
 */
export interface Transcript {
  /** The version of this shape. */
  version: 1;
  format: Format;
  /** How sure the format is, 0 to 1. */
  confidence: number;
  /** BCP 47 tag, or `und` when the text is in no language that is known. */
  language: string;
  frontMatter: FrontMatter;
  speakers: TranscriptSpeaker[];
  turns: Turn[];
  paragraphs: Paragraph[];
  /** Sentences, headings and lines that are not masked, front matter included. */
  sentences: Sentence[];
  masked: Masked[];
  /** What was skipped, guessed or repaired, and where. */
  notes: Note[];
}

/** What stands around the speech and says something about it. */
export interface FrontMatter {
  title: Span | null;
  source: Span | null;
  /** As written; `isoDate` is `YYYY-MM-DD`, where the date as written is certain. */
  date: Span | null;
  isoDate: string | null;
  place: Span | null;
  /** How the text relates to what was said: `As Delivered`, `Check against delivery`. */
  delivery: Span | null;
  /** The list of who was there. */
  participants: Span | null;
  /** What else nobody spoke above the speech. */
  boilerplate: Span[];
  /** What nobody spoke below it: `END`, `###`, contacts. */
  endMarks: Span[];
}

export interface TranscriptSpeaker {
  /** The fullest spelling that occurs in the transcript. */
  name: string;
  role: Role;
}

/** Seconds from the start of the recording. */
export interface TimeSpan {
  start: number;
  end: number;
}

/** One speaker's uninterrupted words. */
export interface Turn {
  /** Index into `speakers` of the transcript; `null` where no label names one. */
  speaker: number | null;
  /** From the label (or the first word) to the last word. */
  span: Span;
  /** Where the transcript has times. */
  time?: TimeSpan;
}

export interface Paragraph {
  span: Span;
}

/** It may run across masked stretches, such as a page header in mid-sentence. */
export interface Sentence {
  span: Span;
  /** Index into `turns` of the transcript; `null` for text that nobody spoke. */
  turn: number | null;
  /** Where the transcript has times. */
  time?: TimeSpan;
}

/** A stretch that is not speech. `markup`: tags, settings, comments and headers of a file format. */
export interface Masked {
  kind: "speaker-label" | "stage-direction" | "time" | "page-furniture" | "markup";
  span: Span;
}

export interface Note {
  /** For programs; stays. */
  code: NoteCode;
  /** For people; may change. */
  message: string;
  span: Span;
}

export type NoteCode =
  | "broken-cue"
  | "no-punctuation"
  | "text-outside-cue"
  | "time-runs-backwards"
  | "unclosed-tag"
  | "unknown-language";
