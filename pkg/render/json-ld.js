// Outline -> schema.org data as JSON-LD, for search engines and archives.

/** @import { Exchange, KeyPoint, Section, Span } from "../types.js" */

import { labels } from "./labels.js";
import { clean, excerpt, spoken, spokenPoint } from "./words.js";

/** @type {typeof import("../render.js").renderJsonLd} */
export const renderJsonLd = (outline, options) =>
  // As it stands in a script element: nothing there can end it, or start a comment.
  JSON.stringify(describeJsonLd(outline, options)).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** @type {typeof import("../render.js").describeJsonLd} */
export function describeJsonLd(outline, { url, name, text, datePublished, id = "outline" } = {}) {
  const base = url ?? "";
  /** @param {number} speaker */
  const personId = (speaker) => `${base}#${id}-speaker-${speaker + 1}`;
  /** Who is known by name; a label such as "QUESTION" names nobody. @param {number | null} speaker */
  const person = (speaker) =>
    speaker !== null && isNamed(speaker) ? /** @type {const} */ ({ "@type": "Person", "@id": personId(speaker), name: nameOf(speaker) }) : undefined;
  /** @param {number} speaker */
  const nameOf = (speaker) => clean(outline.speakers[speaker]?.name ?? "");
  /** @param {number} speaker */
  const isNamed = (speaker) => {
    const role = outline.speakers[speaker]?.role;
    return role === "principal" || (role === "host" || role === "unknown") && /\s/.test(nameOf(speaker));
  };
  /** @param {number[]} speakers */
  const people = (speakers) => speakers.flatMap((speaker) => person(speaker) ?? []);
  /** @param {Span} span */
  const words = (span) => (text === undefined ? undefined : clean(excerpt(spoken(outline, span, text))));

  /** @param {KeyPoint} point */
  const quotation = (point) =>
    without({ "@type": "Quotation", text: clean(spokenPoint(outline, point)), creator: person(point.speaker) });

  /** @param {Exchange} exchange @param {Section} section @param {number} at @returns {object[]} */
  const questions = ({ asker, question, answers, followUps }, section, at) => [
    without({
      "@type": "Question",
      name: words(question) ?? clean(section.title),
      text: words(question),
      author: person(asker),
      answerCount: answers.length,
      suggestedAnswer: text === undefined || answers.length === 0
        ? undefined
        : answers.map(({ speaker, span }) => without({ "@type": "Answer", text: words(span), author: person(speaker) })),
    }),
    ...followUps.flatMap((followUp) => questions(followUp, section, at)),
  ];

  const parts = outline.sections.flatMap((section, at) => {
    const { kind, title, speakers, keyPoints, exchange, time } = section;
    if (kind === "front-matter") return [];
    const inside = [...(exchange ? questions(exchange, section, at) : []), ...keyPoints.map(quotation)];
    return [
      without({
        // A stretch of a recording, where its times are known.
        "@type": time ? "Clip" : "CreativeWork",
        "@id": `${base}#${id}-${at + 1}`,
        name: clean(title) || labels.en[kind],
        genre: labels.en[kind],
        position: at + 1,
        url: url === undefined ? undefined : `${url}#${id}-${at + 1}`,
        startOffset: time?.start,
        endOffset: time?.end,
        contributor: some(people(speakers)),
        hasPart: some(inside),
      }),
    ];
  });

  return /** @type {import("../render.js").JsonLd} */ (without({
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "@id": `${base}#${id}`,
    name: name ?? (outline.title === null ? undefined : clean(outline.title)),
    url,
    inLanguage: outline.language === "und" ? undefined : outline.language,
    datePublished,
    temporal: outline.date === null ? undefined : clean(outline.date),
    locationCreated: outline.place === null ? undefined : { "@type": "Place", name: clean(outline.place) },
    timeRequired: `PT${outline.stats.readingMinutes}M`,
    contributor: some(people(outline.speakers.map((_, speaker) => speaker))),
    abstract: outline.keyPoints.map((point) => clean(spokenPoint(outline, point))).join("\n") || undefined,
    hasPart: some(parts),
  }));
}

/** @template T @param {T[]} list */
const some = (list) => (list.length > 0 ? list : undefined);

/** Without the properties that are not known. @param {Record<string, unknown>} properties */
const without = (properties) => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
