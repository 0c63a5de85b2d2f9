// Makes outlines in a worker: a file of the same origin, started by `outlineAsync(text, { worker: true })`.

import { init, outline } from "./index.js";

/** @param {import("./worker.js").Answer | { ready: true }} message */
const post = (message) => self.postMessage(message);

self.addEventListener("message", async ({ data: { id, text, options } }) => {
  try {
    await init();
    post({ id, outline: outline(text, options) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ id, name, message });
  }
});

post({ ready: true });
