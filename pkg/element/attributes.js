// The attributes of <speech-outline>, as properties.

/** @import { Labels } from "../render.js" */

/** The attribute `labels`. @param {string | null} json @returns {Partial<Labels> | null} */
export function parsed(json) {
  try {
    return JSON.parse(json ?? "null");
  } catch (cause) {
    console.warn("speech-outline: the attribute labels is no JSON", cause);
    return null;
  }
}

/** Properties that are the text of an attribute. */
const REFLECTED = {
  htmlFor: "for",
  src: "src",
  format: "format",
  granularity: "granularity",
  maxKeyPoints: "max-key-points",
  heading: "heading",
  headingLevel: "heading-level",
  worker: "worker",
};

/** Adds the properties that only stand for attributes. @param {HTMLElement} prototype */
export function reflectAttributes(prototype) {
  for (const [property, attribute] of Object.entries(REFLECTED)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(attribute);
      },
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
  }

  Object.defineProperty(prototype, "collapsed", {
    configurable: true,
    enumerable: true,
    /** @this {HTMLElement} */
    get() {
      return this.hasAttribute("collapsed");
    },
    /** @this {HTMLElement} @param {unknown} value */
    set(value) {
      this.toggleAttribute("collapsed", Boolean(value));
    },
  });
}
