// A browser, and the package on a plain host, as long as the tests of a file run.

import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";

/** @type {import("playwright-core").Browser} */
export let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
export let host;

before(async () => {
  browser = await launch();
  host = await serve(fileURLToPath(new URL("../../pkg", import.meta.url)));
});

after(async () => {
  await browser.close();
  host.close();
});
