import { webkit } from "./engines/webkit.mjs";
import { testIn } from "./scenarios.mjs";

// Elsewhere there is no WebKit that a test may drive without being asked.
if (process.platform === "linux") testIn(webkit);
