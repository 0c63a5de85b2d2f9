import { outline, outlineAsync } from "speech-outline";
import { renderMarkdown } from "speech-outline/render";
