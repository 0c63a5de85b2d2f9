// @ts-check
// Every string that the scripts show. What index.html shows stands there.

const number = new Intl.NumberFormat("en");

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${number.format(n)} ${n === 1 ? one : many}`;

export const strings = {
  kinds: {
    "front-matter": "Front matter",
    opening: "Opening",
    "agenda-item": "Agenda item",
    announcement: "Announcement",
    "question-answer": "Question and answer",
    closing: "Closing",
  },
  roles: { host: "host", principal: "principal", press: "press or public", unknown: "" },

  formats: {
    plain: "plain text",
    "hard-wrapped": "wrapped lines",
    wall: "one long line",
    webvtt: "WebVTT",
    srt: "SubRip",
    sbv: "SBV",
    youtube: "YouTube",
    zoom: "Zoom",
    teams: "Teams",
    otter: "Otter",
    rev: "Rev",
    captions: "broadcast captions",
    markdown: "Markdown",
    html: "HTML",
  },
  recognised: (/** @type {string} */ format) => `${format}, recognised`,
  recognise: "recognise it",
  readAs: (/** @type {string} */ format) => `Read as ${format}.`,

  samples: [
    { file: "press-conference.txt", name: "Press conference", what: "statement and questions" },
    { file: "briefing.txt", name: "Daily briefing", what: "a spokesperson and the press" },
    { file: "council.vtt", name: "Council meeting", what: "WebVTT captions with times" },
  ],
  exampleNote: "An example: the outline of an invented press conference. Choose any line to see it in its text.",

  edit: "Edit",
  done: "Done",
  undo: "Undo",
  redone: "The correction was made again.",
  undone: "The correction was taken back.",
  cleared: "The desk is clear.",
  replaced: "The text was replaced.",
  copied: "Copied",
  print: "Print, or save as PDF",
  copyFailed: "The browser did not allow copying. Select the outline and copy it by hand.",

  words: (/** @type {number} */ n) => count(n, "word", "words"),
  minutes: (/** @type {number} */ n) => `${number.format(n)} min to read`,
  characters: (/** @type {number} */ n) => count(n, "character", "characters"),
  sections: (/** @type {number} */ n) => count(n, "section", "sections"),
  points: (/** @type {number} */ n) => count(n, "key point", "key points"),
  speakers: (/** @type {number} */ n) => count(n, "speaker", "speakers"),
  answers: (/** @type {number} */ n) => count(n, "answer", "answers"),
  followUps: (/** @type {number} */ n) => count(n, "follow-up", "follow-ups"),

  corrections: (/** @type {number} */ n) => count(n, "correction", "corrections"),
  corrected: {
    kind: "The kind was changed.",
    title: "The title was changed.",
    split: "A new section starts here.",
    join: "The two sections are one now.",
    move: "The start of the section was moved.",
    add: "Added to the key points.",
    drop: "No longer a key point.",
  },
  correct: "Correct",
  correctSection: (/** @type {number} */ n) => `Correct section ${n}`,
  copyQuotation: "Copy quotation",
  dropPoint: "Not a key point",
  kind: "Kind",
  titleField: "Title",
  startsAt: "Starts at",
  splitAt: "Split at",
  chooseSentence: "choose a sentence",
  joinBefore: "Join with the one before",
  joinAfter: "Join with the one after",

  forget: (/** @type {string} */ name) => `Forget: ${name}`,
  forgotten: "Forgotten.",
  forgottenAll: "Everything was forgotten on this device.",
  keepsOn: "Transcripts are kept on this device.",
  keepsOff: "Nothing is kept any more, and what was kept is gone.",

  filterKind: "Show the kind",
  filterSpeaker: "Show the speaker",
  allKinds: "All kinds",
  allSpeakers: "Everybody",
  find: "Find words",
  nothingFound: "Nothing in this transcript matches.",
  shown: (/** @type {number} */ n, /** @type {number} */ of) => `${number.format(n)} of ${count(of, "section", "sections")} shown.`,

  keyPoints: "Key points",
  speakersHeading: "Speakers",
  sectionsHeading: "Sections",
  noKeyPoints: "No sentence stood out.",
  noTitle: "Untitled transcript",
  question: "Question",
  answer: "Answer",
  unsure: "unsure",
  unsureWhy: (/** @type {number} */ percent) => `The program gives this section a ${percent} % chance of being right.`,
  share: (/** @type {number} */ percent) => (percent < 1 ? "< 1 %" : `${Math.round(percent)} %`),
  section: "Section",
  sectionLabel: (/** @type {number} */ n, /** @type {string} */ kind, /** @type {string} */ title) =>
    `Section ${n}, ${kind}${title ? `: ${title}` : ""}`,

  newVersion: "A new version of this page is ready.",
  reload: "Reload",

  working: "Making the outline …",
  stop: "Stop",
  tryAgain: "Try again",
  ready: (/** @type {string} */ parts) => `Outline ready: ${parts}.`,
  markedSection: (/** @type {string} */ label) => `${label}: marked in the transcript.`,
  markedPoint: (/** @type {number} */ n) => `Marked in the transcript, in section ${n}.`,
  markedTurn: (/** @type {number} */ n, /** @type {number} */ of) => `Turn ${n} of ${of} marked in the transcript.`,

  problems: {
    empty: "There are no words in this text yet. Paste or type a transcript.",
    "too-large": (/** @type {string} */ size) =>
      `This text is too long: it has ${size}, and at most 16 MB can be outlined at once. It is kept here; remove a part of it.`,
    "wasm-unavailable":
      "This browser has WebAssembly switched off (Lockdown Mode does that), so the outline cannot be made here. Your text is kept.",
    "wasm-load":
      "The program that makes the outline could not be loaded. Your text is kept: check the connection and reload the page.",
    stopped: "Stopped. Your text is kept.",
    "no-file": "This file could not be read as text.",
    "no-sample": "The sample could not be loaded. Check the connection and try again.",
    internal: "Something went wrong while making the outline. Your text is kept.",
  },
  megabytes: (/** @type {number} */ bytes) => `${number.format(Math.ceil(bytes / (1024 * 1024)))} MB`,
};
