// @ts-check
/** @import { Outline } from "../speech-outline/index.js" */
/** @import { strings } from "../strings.js" */

/**
 * What an outline can be saved as. Each format's code is loaded when it is asked for.
 * @typedef {{ ending: keyof typeof strings.saveAs, type: string,
 *   make: (text: string, outline: Outline) => Promise<string | Uint8Array<ArrayBuffer> | Blob> }} FileFormat
 */

/** @type {FileFormat[]} */
export const formats = [
  { ending: "md", type: "text/markdown", make: async (...it) => (await import("./markdown.js")).markdown(...it) },
  { ending: "txt", type: "text/plain", make: async (...it) => (await import("./plain.js")).plain(...it) },
  {
    ending: "docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (...it) => (await import("./docx.js")).docx(...it),
  },
  { ending: "html", type: "text/html", make: async (...it) => (await import("./html.js")).html(...it) },
  { ending: "csv", type: "text/csv", make: async (...it) => (await import("./csv.js")).csv(...it) },
  { ending: "opml", type: "text/x-opml", make: async (...it) => (await import("./opml.js")).opml(...it) },
  { ending: "json", type: "application/json", make: async (_, outline) => `${JSON.stringify(outline, null, 2)}\n` },
  { ending: "svg", type: "image/svg+xml", make: async (...it) => (await import("./picture.js")).svg(...it) },
  { ending: "png", type: "image/png", make: async (...it) => (await import("./picture.js")).png(...it) },
];

/**
 * A file name made of the title: letters and digits of any script, nothing that a file system or a shell minds.
 * @param {Outline} outline
 * @param {string} ending
 */
export function fileName({ title }, ending) {
  const words = (title ?? "").normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join("-").toLowerCase().slice(0, 60).replace(/-$/, "") || "outline"}.${ending}`;
}
