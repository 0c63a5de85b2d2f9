// @ts-check
/**
 * Makes an element. Children that are strings become text: there is no way to pass markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | number | EventListener | undefined>} [attributes] `onclick` and its like take
 *   a function; `true` sets an attribute without a value, `false` and `undefined` leave it out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}

/**
 * The element with this id, which `index.html` is known to have.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`index.html has no ${type.name} "${id}"`);
  return element;
}

/** Whether the reader has asked for less motion. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
