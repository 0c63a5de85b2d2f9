// The engines that can be driven here.

import { chromium } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { webkit } from "./webkit.mjs";

// Elsewhere there is no WebKit that a test may drive without being asked.
export const engines = process.platform === "linux" ? [chromium, firefox, webkit] : [chromium, firefox];
