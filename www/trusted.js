// @ts-check
/** Whether the whole page is one file: it has no other scripts to start, and needs none. */
export const isOneFile = import.meta.url.startsWith("data:");

/**
 * The scripts that the page starts besides itself. The content security policy lets no others start.
 * @typedef {"worker.js" | "sw.js"} Script
 * @type {Script[]}
 */
const SCRIPTS = ["worker.js", "sw.js"];

/** @typedef {{ createScriptURL(address: string): string, createHTML(source: string): string }} Rules */
/** @typedef {{ createPolicy(name: string, rules: Rules): Rules }} TrustedTypes */

const policy = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis).trustedTypes?.createPolicy("speech-outline", {
  createScriptURL(address) {
    if (SCRIPTS.some((name) => address === addressOf(name))) return address;
    throw new TypeError(`not a script of this page: ${address}`);
  },
  // Only for `parsed`, whose documents are not shown.
  createHTML: (source) => source,
});

/** @param {Script} name */
const addressOf = (name) => new URL(name, import.meta.url).href;

/**
 * The address of a script of this page, in a form that may be started.
 * @param {Script} name
 */
export const scriptAddress = (name) => policy?.createScriptURL(addressOf(name)) ?? addressOf(name);

/**
 * Markup as a document of its own, which nobody sees: its scripts do not run and it loads nothing. No part of it may be
 * moved into the page.
 * @param {string} source
 * @param {"text/html" | "application/xml"} type
 */
export const parsed = (source, type) => new DOMParser().parseFromString(policy?.createHTML(source) ?? source, type);
