import { init, outline, outlineAsync } from "speech-outline";
import "speech-outline/element/define";

await init();
const here = outline(transcript);

const { outline: there, thread } = await outlineAsync(transcript, { worker: true });

const element = document.querySelector("speech-outline");
element.addEventListener("speech-outline-ready", () => {
  globalThis.made = { main: here, [thread]: there, element: element.outline };
});
element.text = transcript;
