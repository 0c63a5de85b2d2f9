// Writes outlines and transcripts of the fixtures as TypeScript that claims to be of the documented types: tsc then finds
// every property that is missing there, or that the types do not know.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

import { outline, transcript } from "speech-outline";

const fixtures = new URL("../fixtures/", import.meta.url);
const target = new URL("../../target/types/", import.meta.url);

/** @param {string} folder */
function read(folder) {
  const names = readdirSync(new URL(folder, fixtures)).filter((name) => !/\.read$|^README/.test(name));
  if (names.length === 0) throw new Error(`there are no fixtures in ${folder}`);
  return names.map((name) => readFileSync(new URL(`${folder}/${name}`, fixtures), "utf8"));
}

/**
 * @param {string} name
 * @param {string} type
 * @param {unknown[]} values
 */
function write(name, type, values) {
  const lines = values.map((value, at) => `export const ${name}${at}: ${type} = ${JSON.stringify(value, null, 2)};\n`);
  const source = `import type { ${type} } from "speech-outline";\n\n${lines.join("\n")}`;
  writeFileSync(new URL(`${name}s.ts`, target), source);
}

mkdirSync(target, { recursive: true });
write("outline", "Outline", read("outline").map((text) => outline(text.split("\n====================")[0] ?? "")));
write("transcript", "Transcript", read("transcript").map((text) => transcript(text)));
