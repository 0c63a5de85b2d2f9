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

/**
 * Shows a sentence above the text, with something that can be done about it.
 * @param {string} words an empty string takes the message away
 * @param {{ name: string, run: () => void }} [action]
 */
export function tell(words, action) {
  message.hidden = words === "";
  message.replaceChildren(words);
  if (action) message.append(" ", h("button", { type: "button", onclick: action.run }, action.name));
}
