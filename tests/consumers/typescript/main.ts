import { readFileSync } from "node:fs";

import { type Outline, outline, type Section, SpeechOutlineError } from "speech-outline";
import { init } from "speech-outline/inline";

const heading = ({ kind, title }: Section): string => `${kind}: ${title}`;

try {
  await init();
  const result: Outline = outline(readFileSync("transcript.txt", "utf8"), { granularity: "normal" });
  if (result.sections.map(heading).length === 0) throw new Error("no sections");
  console.log(JSON.stringify(result));
} catch (error) {
  if (error instanceof SpeechOutlineError) console.error(error.code);
  throw error;
}
