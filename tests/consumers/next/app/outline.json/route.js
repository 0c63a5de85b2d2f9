import { readFileSync } from "node:fs";

import { outline } from "speech-outline";

// Made once, by `next build`.
export const dynamic = "force-static";

export function GET() {
  return Response.json(outline(readFileSync("transcript.txt", "utf8")));
}
