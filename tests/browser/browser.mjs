// The browser under test: Debian's Chromium, kept from calling home.

import { chromium } from "playwright-core";

/** @param {import("playwright-core").LaunchOptions} [options] */
export const launch = (options) =>
  chromium.launch({
    ...options,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
