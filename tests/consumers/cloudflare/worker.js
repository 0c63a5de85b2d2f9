import { outline } from "speech-outline";

export default {
  async fetch(request) {
    return Response.json(outline(await request.text()));
  },
};
