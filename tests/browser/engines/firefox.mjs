// Debian's Firefox, by Puppeteer and WebDriver BiDi.

import { launch } from "puppeteer-core";

/** @import { Engine, Tab } from "./tab.mjs" */

/** @type {Engine} */
export const firefox = {
  name: "Firefox",
  calls: /^[\w.-]+\.mozilla\.(com|org|net):443$/,
  async start({ downloads, proxy }) {
    const browser = await launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
      extraPrefsFirefox: {
        "browser.download.dir": downloads,
        "browser.download.folderList": 2,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy,
        "ui.prefersReducedMotion": 1,
      },
    });
    return { downloads, open: () => open(browser), close: () => browser.close() };
  },
};

/** @param {import("puppeteer-core").Browser} browser @returns {Promise<Tab>} */
async function open(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const faults = [];
  page.on("console", (entry) => {
    if (["error", "warn"].includes(entry.type())) faults.push(entry.text());
  });
  page.on("pageerror", (error) => faults.push(error instanceof Error ? String(error.stack) : String(error)));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (/** @type {any} */ work, /** @type {any} */ input = null) => page.evaluate(work, input),
    click: (selector) => page.locator(selector).click(),
    async press(key, modifier) {
      if (modifier) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      if (modifier) await page.keyboard.up(modifier);
    },
    async choose(selector, file) {
      const input = await page.$(`input${selector}`);
      await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
    },
    faults: () => faults,
    close: () => context.close(),
  };
}
