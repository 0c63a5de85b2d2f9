import { firefox } from "./engines/firefox.mjs";
import { testIn } from "./scenarios.mjs";

testIn(firefox);
