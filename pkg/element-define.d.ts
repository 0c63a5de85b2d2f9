export { SpeechOutlineElement } from "./element.js";
