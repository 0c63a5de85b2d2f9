import { outline } from "speech-outline";

export async function POST(request) {
  return Response.json(outline(await request.text()));
}
