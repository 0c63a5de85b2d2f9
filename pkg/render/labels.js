// The labels that stand around the words of the transcript, by language.

/** @import { Labels } from "../render.js" */

/** @type {Labels} */
const en = {
  outline: "Outline",
  heading: "What was said",
  keyPoints: "Key points",
  sections: "Sections",
  bySection: "Section by section",
  details: "Details",
  question: "Question",
  answer: "Answer",
  unsure: "Uncertain ({percent})",
  minutes: "Full text: {minutes} min read",
  transcript: "Transcript",
  source: "Source",
  date: "Date",
  place: "Place",
  "front-matter": "Front matter",
  opening: "Opening",
  "agenda-item": "Agenda item",
  announcement: "Announcement",
  "question-answer": "Question and answer",
  closing: "Closing",
  loading: "Making the outline …",
  error: "The outline could not be made.",
  "error-src": "The transcript could not be loaded.",
  "error-too-large": "The transcript is too long for an outline.",
  "error-wasm-unavailable": "The outline needs WebAssembly, which is switched off in this browser.",
};

/** @type {Labels} */
const de = {
  outline: "Gliederung",
  heading: "Was gesagt wurde",
  keyPoints: "Das Wichtigste",
  sections: "Abschnitte",
  bySection: "Abschnitt für Abschnitt",
  details: "Einzelheiten",
  question: "Frage",
  answer: "Antwort",
  unsure: "Unsicher ({percent})",
  minutes: "Voller Wortlaut: {minutes} Min. Lesezeit",
  transcript: "Wortlaut",
  source: "Quelle",
  date: "Datum",
  place: "Ort",
  "front-matter": "Vorspann",
  opening: "Eröffnung",
  "agenda-item": "Tagesordnungspunkt",
  announcement: "Ankündigung",
  "question-answer": "Frage und Antwort",
  closing: "Schluss",
  loading: "Die Gliederung wird erstellt …",
  error: "Die Gliederung konnte nicht erstellt werden.",
  "error-src": "Der Wortlaut konnte nicht geladen werden.",
  "error-too-large": "Der Wortlaut ist zu lang für eine Gliederung.",
  "error-wasm-unavailable": "Die Gliederung braucht WebAssembly, das in diesem Browser abgeschaltet ist.",
};

/** @type {Labels} */
const fr = {
  outline: "Plan",
  heading: "Ce qui a été dit",
  keyPoints: "Points clés",
  sections: "Parties",
  bySection: "Partie par partie",
  details: "Détails",
  question: "Question",
  answer: "Réponse",
  unsure: "Incertain ({percent})",
  minutes: "Texte intégral : {minutes} min de lecture",
  transcript: "Transcription",
  source: "Source",
  date: "Date",
  place: "Lieu",
  "front-matter": "En-tête",
  opening: "Ouverture",
  "agenda-item": "Point à l’ordre du jour",
  announcement: "Annonce",
  "question-answer": "Question et réponse",
  closing: "Clôture",
  loading: "Préparation du plan …",
  error: "Le plan n’a pas pu être établi.",
  "error-src": "La transcription n’a pas pu être chargée.",
  "error-too-large": "La transcription est trop longue pour un plan.",
  "error-wasm-unavailable": "Le plan a besoin de WebAssembly, désactivé dans ce navigateur.",
};

/** @type {Labels} */
const es = {
  outline: "Esquema",
  heading: "Lo que se dijo",
  keyPoints: "Puntos clave",
  sections: "Partes",
  bySection: "Parte por parte",
  details: "Detalles",
  question: "Pregunta",
  answer: "Respuesta",
  unsure: "Incierto ({percent})",
  minutes: "Texto completo: {minutes} min de lectura",
  transcript: "Transcripción",
  source: "Fuente",
  date: "Fecha",
  place: "Lugar",
  "front-matter": "Encabezamiento",
  opening: "Apertura",
  "agenda-item": "Punto del orden del día",
  announcement: "Anuncio",
  "question-answer": "Pregunta y respuesta",
  closing: "Cierre",
  loading: "Preparando el esquema …",
  error: "No se pudo hacer el esquema.",
  "error-src": "No se pudo cargar la transcripción.",
  "error-too-large": "La transcripción es demasiado larga para un esquema.",
  "error-wasm-unavailable": "El esquema necesita WebAssembly, que está desactivado en este navegador.",
};

export const labels = { en, de, fr, es };

/**
 * The labels of a language, where they are known, and in their place those that a page brings along.
 *
 * @param {string} [language] BCP 47 tag
 * @param {Partial<Labels> | null} [own]
 * @returns {Labels}
 */
export function labelsFor(language = "en", own) {
  const [primary = ""] = language.toLowerCase().split("-");
  return { ...(labels[/** @type {keyof typeof labels} */ (primary)] ?? en), ...own };
}
