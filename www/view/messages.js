// @ts-check
import { byId, h } from "../dom.js";

const message = byId("message", HTMLElement);
const status = byId("status", HTMLElement);

/** Says something to those who listen to the page. @param {string} words */
export function say(words) {
  status.textContent = words;
}

/**
 * Offers something above the page that can wait.
 * @param {string} words
 * @param {string} name of the button
 * @param {() => void} act
 */
export function offer(words, name, act) {
  const place = byId("offer", HTMLElement);
  place.hidden = false;
  place.replaceChildren(words, " ", h("button", { type: "button", onclick: act }, name));
}

/** How far the work is. */
let reached = 0;

/** Shows how far the work is, once a message tells of it. @param {number} fraction 0 to 1 */
export function progress(fraction) {
  reached = fraction;
  const bar = message.querySelector("progress");
  if (bar) bar.value = fraction;
}

/**
 * Shows a sentence above the text, with something that can be done about it.
 * @param {string} words an empty string takes the message away
 * @param {{ name: string, run: () => void }} [action]
 * @param {boolean} [working] whether it tells of work that goes on
 */
export function tell(words, action, working = false) {
  message.hidden = words === "";
  message.replaceChildren(words);
  message.classList.toggle("working", working);
  if (working) message.append(" ", h("progress", { max: 1, value: reached, "aria-label": words }));
  if (action) message.append(" ", h("button", { type: "button", onclick: action.run }, action.name));
}
