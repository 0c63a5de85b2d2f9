// @ts-check
/** Whether the whole page is one file: it has no other scripts to start, and needs none. */
export const isOneFile = import.meta.url.startsWith("data:");

/**
 * The scripts that the page starts besides itself. The content security policy lets no others start.
 * @typedef {"speech-outline/worker.js" | "sw.js"} Script
 * @type {Script[]}
 */
const SCRIPTS = ["speech-outline/worker.js", "sw.js"];

/** @typedef {{ createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }} TrustedTypes */

const policy = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis).trustedTypes?.createPolicy("speech-outline", {
  createScriptURL(address) {
    if (SCRIPTS.some((name) => address === addressOf(name))) return address;
    throw new TypeError(`not a script of this page: ${address}`);
  },
});

/** @param {Script} name */
const addressOf = (name) => new URL(name, import.meta.url).href;

/**
 * The address of a script of this page, in a form that may be started.
 * @param {Script} name
 */
export const scriptAddress = (name) => policy?.createScriptURL(addressOf(name)) ?? addressOf(name);
