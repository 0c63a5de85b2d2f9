// Registers <speech-outline>. A page may load this twice, or in two versions: the first stays.

import { SpeechOutlineElement } from "./dist/element.js";

if (globalThis.customElements && !customElements.get("speech-outline")) {
  customElements.define("speech-outline", SpeechOutlineElement);
}

export { SpeechOutlineElement };
