// That Chromium would install the page, which no other engine tells.

import assert from "node:assert/strict";
import { test } from "node:test";

import { idle, withPage } from "./harness.mjs";

test("Chromium finds nothing against installing the page", () =>
  withPage(
    async (page) => {
      await idle(page);
      await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
      const browser = await page.context().newCDPSession(page);
      const { errors, url } = await browser.send("Page.getAppManifest");
      assert.match(url, /manifest\.webmanifest$/);
      assert.deepEqual(errors, []);
      const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
      // Each test has a window of its own that forgets everything, and from which nothing is installed.
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
    },
    { serviceWorkers: "allow" },
  ));
