import { engines } from "./engines/index.mjs";
import { webkit } from "./engines/webkit.mjs";
import { testIn } from "./scenarios.mjs";

if (engines.includes(webkit)) testIn(webkit);
