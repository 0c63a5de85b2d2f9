import { chromium } from "./engines/chromium.mjs";
import { testIn } from "./scenarios.mjs";

testIn(chromium);
