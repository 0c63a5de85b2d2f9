// @ts-check
/** The scripts that the page starts besides itself. The content security policy lets no others start. */
const SCRIPTS = ["worker.js", "sw.js"];

/** @typedef {{ createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): { createScriptURL(address: string): string } }} TrustedTypes */

const policy = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis).trustedTypes?.createPolicy("speech-outline", {
  createScriptURL(address) {
    if (SCRIPTS.some((name) => address === new URL(name, import.meta.url).href)) return address;
    throw new TypeError(`not a script of this page: ${address}`);
  },
});

/**
 * The address of a script beside this one, in a form that may be started.
 * @param {"worker.js" | "sw.js"} name
 */
export function scriptAddress(name) {
  const address = new URL(name, import.meta.url).href;
  return policy ? policy.createScriptURL(address) : address;
}
