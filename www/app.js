// @ts-check
// Starts the page: puts its parts together, and shows what was on the desk at the last visit.
import { Bringing } from "./bringing.js";
import { Correcting } from "./correcting.js";
import { Desk } from "./desk.js";
import { byId } from "./dom.js";
import { installed, onArrival } from "./install.js";
import { speakPage } from "./language.js";
import { Reading } from "./reading.js";
import { kept } from "./store.js";
import { shelf } from "./view/shelf.js";
import { takeAway } from "./view/take-away.js";

speakPage();

const desk = new Desk();
/** @type {Correcting} */
const correcting = new Correcting(desk, () => reading);
const bringing = new Bringing(desk);
const reading = new Reading(desk, correcting.acts, (text) => bringing.put(text, { id: "" }));

desk.listen(reading);
correcting.listen();
bringing.listen();
takeAway(() => desk.session);
shelf({
  open: (transcript) => {
    desk.saveNow();
    void bringing.put(transcript.text, transcript);
  },
  current: () => desk.id,
  forgotten: () => desk.forgotten(),
});

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") desk.saveNow();
});

void installed({ beforeReload: () => desk.saveNow() });

async function start() {
  if (await onArrival((file) => void bringing.takeFile(file))) return;
  const last = (await kept().catch(() => []))[0];
  // Something may have been put there while the page was starting.
  if (desk.touched) return;
  if (byId("text", HTMLTextAreaElement).value === "" && last) await bringing.put(last.text, last);
  else await bringing.takeBox();
}

await start();
