// Makes outlines in a worker: a file of the same origin, started by `outlineAsync(text, { worker: true })`. It does not
// import what starts it: there are bundlers that never come to the end of such a circle.

import { outline } from "./core.js";
import { init } from "./init.js";

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
