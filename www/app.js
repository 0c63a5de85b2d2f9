// @ts-check
// Starts the page: puts its parts together, and shows what was on the desk at the last visit.
import { Bringing } from "./bringing.js";
import { toClipboard } from "./clipboard.js";
import { Correcting } from "./correcting.js";
import { Desk } from "./desk.js";
import { prepare } from "./engine.js";
import { installed, onArrival } from "./install.js";
import { speakPage } from "./language.js";
import { Reading } from "./reading.js";
import { textOf } from "./store.js";
import { isOneFile } from "./trusted.js";
import { shelf } from "./view/shelf.js";
import { takeAway } from "./view/take-away.js";

speakPage();
// The module comes after the first picture of the page, or with the first text.
requestAnimationFrame(() => setTimeout(prepare));

const desk = new Desk();
/** @type {Correcting} */
const correcting = new Correcting(desk, () => reading);
const bringing = new Bringing(desk);
const reading = new Reading(desk, correcting.acts, ({ text, outline }) => bringing.put(text, { id: "" }, { outline }));

desk.listen(reading);
correcting.listen();
bringing.listen();
// A link to a file on a disk would lead nobody else there.
takeAway(() => desk.session, isOneFile ? null : copyLink);
shelf({
  open: async (transcript) => {
    desk.saveNow();
    const text = await textOf(transcript.id);
    if (text !== undefined) await bringing.put(text, transcript);
  },
  current: () => desk.id,
  forgotten: () => desk.forgotten(),
});

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") desk.saveNow();
});

/** Opens the text that the address carries, if it does. */
async function openLink() {
  return location.hash.startsWith("#text=") && (await import("./linking.js")).openLink(desk, bringing);
}

/** Copies a link to this page that contains the text. */
async function copyLink() {
  const linking = import("./linking.js");
  const link = linking.then(({ makeLink }) => makeLink(desk));
  const copied = toClipboard(link.then((link) => link?.address ?? Promise.reject(new Error("there is no link"))));
  const made = await link;
  if (made) (await linking).tellOfLink(desk, made, await copied);
}

addEventListener("hashchange", () => void openLink());

if (!(await openLink()) && !(await onArrival((file) => void bringing.takeFile(file)))) await bringing.resume();
// What is stored for work without a network comes after what is needed now.
void installed({ beforeReload: () => desk.saveNow() });
