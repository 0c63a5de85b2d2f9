// Writes outlines of the fixtures as TypeScript that claims to be of the documented types: tsc then finds every
// property that is missing there, or that the types do not know.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

import { outline } from "speech-outline";

const fixtures = new URL("../fixtures/outline/", import.meta.url);
const target = new URL("../../target/types/", import.meta.url);
const outlines = readdirSync(fixtures)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => outline(readFileSync(new URL(name, fixtures), "utf8").split("\n====================")[0] ?? ""));
if (outlines.length === 0) throw new Error("there are no fixtures");

mkdirSync(target, { recursive: true });
const lines = outlines.map((value, index) => `export const outline${index}: Outline = ${JSON.stringify(value, null, 2)};\n`);
writeFileSync(new URL("outlines.ts", target), `import type { Outline } from "speech-outline";\n\n${lines.join("\n")}`);
