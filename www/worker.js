// @ts-check
// Makes outlines away from the page, so that the page never stands still.

import { init, outline } from "./speech-outline/index.js";

addEventListener("message", async ({ data }) => {
  try {
    await init();
    postMessage({ outline: outline(data.text) });
  } catch (error) {
    postMessage({ code: error instanceof Error && "code" in error ? error.code : "internal" });
  }
});
