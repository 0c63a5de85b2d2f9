import { init, outline, outlineAsync } from "speech-outline";

await init();
const here = outline(transcript);

const { outline: there, thread } = await outlineAsync(transcript, { worker: true });

globalThis.made = { main: here, [thread]: there };
