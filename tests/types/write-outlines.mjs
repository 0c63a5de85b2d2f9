// Writes outlines and transcripts of the fixtures as TypeScript that claims to be of the documented types: tsc then finds
// every property that is missing there, or that the types do not know. So too what is said of them to schema.org.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

import { outline, transcript } from "speech-outline";
import { describeJsonLd } from "speech-outline/render";

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
 * @param {string} [from] the package of the type
 */
function write(name, type, values, from = "speech-outline") {
  const lines = values.map((value, at) => `export const ${basename(name)}${at}: ${type} = ${JSON.stringify(value, null, 2)};\n`);
  const source = `import type { ${type.split(/[<>]/).filter(Boolean).join(", ")} } from "${from}";\n\n${lines.join("\n")}`;
  writeFileSync(new URL(`${name}s.ts`, target), source);
}

mkdirSync(new URL("schema.org", target), { recursive: true });
const texts = read("outline").map((text) => text.split("\n====================")[0] ?? "");
const readings = read("transcript");
write("outline", "Outline", texts.map((text) => outline(text)));
write("transcript", "Transcript", readings.map((text) => transcript(text)));
// schema-dts is the vocabulary of schema.org as types: no property of another type, no value of another kind.
const data = [...texts, ...readings].map((text) => describeJsonLd(outline(text), { text, url: "https://example.org/article" }));
write("schema.org/event", "WithContext<CreativeWork>", data, "schema-dts");
