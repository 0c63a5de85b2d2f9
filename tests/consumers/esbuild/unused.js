import { outline, outlineAsync } from "speech-outline";
import { SpeechOutlineElement } from "speech-outline/element";
import { renderMarkdown } from "speech-outline/render";
