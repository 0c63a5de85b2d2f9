// @ts-check
/** @import { Format } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
// A text, and what was corrected in it, as the fragment of a link: the part behind the `#`, which no browser sends to a
// server. `#text=1.` and base64url of deflated JSON; the number tells what is inside.
import { inflated } from "./inflate.js";
import { strings } from "./strings.js";

const START = "#text=1.";
/** A text of as many bytes as the program reads, in JSON. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Characters of a link that every browser takes (Firefox 1,048,576; Chromium twice that). */
export const MAX_LINK = 1_000_000;
/** Corrections are carried as long as they add no more than this to a link, in characters. */
const MAX_CORRECTIONS = 4000;
const MAX_TITLE = 200;

/** @typedef {{ text: string, format: "auto" | Format, corrections: Correction[] }} Carried */

/** Why a link cannot be opened. */
export class LinkError extends Error {
  /** @param {"damaged" | "tooLarge"} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * A link to the page with a text in it.
 * @param {Carried} carried
 * @param {string} page its address, without a fragment
 * @returns {Promise<{ address: string, corrected: boolean }>} `corrected`: whether the corrections are in it
 */
export async function linkTo({ text, format, corrections }, page) {
  const bare = page + START + (await packed({ text, format, corrections: [] }));
  if (corrections.length === 0) return { address: bare, corrected: false };
  const whole = page + START + (await packed({ text, format, corrections }));
  const corrected = whole.length - bare.length <= MAX_CORRECTIONS;
  return { address: corrected ? whole : bare, corrected };
}

/**
 * What a fragment carries; `null` if it is no link of this kind.
 * @param {string} fragment with its `#`
 * @returns {Promise<Carried | null>}
 * @throws {LinkError}
 */
export async function carriedBy(fragment) {
  if (!fragment.startsWith("#text=")) return null;
  const bytes = fragment.startsWith(START) && bytesOf(fragment.slice(START.length));
  if (!bytes) throw new LinkError("damaged");
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(await inflated(bytes, MAX_BYTES));
    return checked(JSON.parse(json));
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError(error instanceof RangeError ? "tooLarge" : "damaged", error);
  }
}

/** @param {Carried} carried */
async function packed(carried) {
  const stream = new Blob([JSON.stringify(carried)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  // As many arguments as a call takes everywhere.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} base64url */
function bytesOf(base64url) {
  // Programs that make links out of text escape or append what they do not know.
  if (!/^[\w-]+$/.test(base64url)) return null;
  try {
    return Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Anybody can write a link: only what the page could have written itself is taken. @param {any} found @returns {Carried} */
function checked(found) {
  const { text, format, corrections } = found ?? {};
  if (typeof text !== "string" || text === "" || !Array.isArray(corrections)) throw new LinkError("damaged");
  if (format !== "auto" && !Object.hasOwn(strings.formats, format)) throw new LinkError("damaged");
  return { text, format, corrections: corrections.map((one) => correctionOf(one, text.length)) };
}

/** The places that each correction names, and the word it may carry. @type {Record<Correction["type"], string[]>} */
const PLACES = { kind: ["at"], title: ["at"], split: ["at"], join: ["at"], move: ["from", "to"], add: ["start", "end"], drop: ["start", "end"] };

/** @param {any} found @param {number} length of the text @returns {Correction} */
function correctionOf(found, length) {
  const type = found?.type;
  if (typeof type !== "string" || !Object.hasOwn(PLACES, type)) throw new LinkError("damaged");
  /** @type {Record<string, unknown>} */
  const correction = { type };
  for (const place of PLACES[/** @type {Correction["type"]} */ (type)]) {
    const at = found[place];
    if (!Number.isInteger(at) || at < 0 || at > length) throw new LinkError("damaged");
    correction[place] = at;
  }
  if (type === "kind") {
    if (typeof found.kind !== "string" || !Object.hasOwn(strings.kinds, found.kind)) throw new LinkError("damaged");
    correction.kind = found.kind;
  } else if (type === "title") {
    if (typeof found.title !== "string" || found.title.length > MAX_TITLE) throw new LinkError("damaged");
    correction.title = found.title;
  }
  return /** @type {Correction} */ (correction);
}
