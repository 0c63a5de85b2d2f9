// What runs in the page of `compare.mjs`.
import { calls } from "../node/calls.mjs";
import { measure } from "../node/measure.mjs";

const ours = await import(new URL("index.js", location.href).href);
await ours.init();
const all = calls(ours);

export const names = Object.keys(all);

/**
 * @param {string} name
 * @param {string[]} texts
 * @param {number} warm
 */
export function times(name, texts, warm) {
  const call = all[name];
  if (!call) throw new RangeError(name);
  return measure(call, texts, warm, () => performance.now());
}
