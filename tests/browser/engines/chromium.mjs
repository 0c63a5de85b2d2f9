// Chromium, by Playwright.

import { launch } from "../browser.mjs";

/** @import { Browser, Engine, Tab } from "./tab.mjs" */

/** @type {Engine} */
export const chromium = {
  name: "Chromium",
  calls: /^(http:\/\/)?[\w.-]+\.(google|googleapis)\.com[:/]/,
  async start({ downloads, proxy }) {
    const browser = await launch({ proxy: { server: `http://127.0.0.1:${proxy}`, bypass: "127.0.0.1" } });
    return { downloads, open: () => open(browser, downloads), close: () => browser.close() };
  },
};

/** @param {import("playwright-core").Browser} browser @param {string} downloads @returns {Promise<Tab>} */
async function open(browser, downloads) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("console", (entry) => {
    if (["error", "warning"].includes(entry.type())) faults.push(entry.text());
  });
  page.on("pageerror", (error) => faults.push(String(error.stack)));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("download", (download) => void download.saveAs(`${downloads}/${download.suggestedFilename()}`));
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (/** @type {any} */ work, /** @type {any} */ input = null) => page.evaluate(work, input),
    click: (selector) => page.locator(selector).first().click(),
    press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
    choose: (selector, file) => page.locator(selector).setInputFiles(file),
    faults: () => faults,
    close: () => context.close(),
  };
}
