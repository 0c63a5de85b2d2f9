// Makes outlines in a worker: a file of the same origin, started by `outlineAsync(text, { worker: true })`. It does not
// import what starts it: there are bundlers that never come to the end of such a circle. The build makes worker.js of it.

import { outlineInStages } from "./core.js";
import { init } from "./init.js";

/** @param {import("./worker.js").Answer | { ready: true }} message */
const post = (message) => self.postMessage(message);

self.addEventListener("message", async ({ data: { id, text, options, stages } }) => {
  try {
    await init();
    const begin = (/** @type {number} */ stage) => stages && post({ id, stage });
    post({ id, outline: outlineInStages(text, options, begin) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ id, name, message });
  }
});

post({ ready: true });
