// @ts-check
/** @import { Bringing } from "./bringing.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Carried } from "./link.js" */
/** @import { Kept } from "./store.js" */
import { h } from "./dom.js";
import { carriedBy, LinkError, linkTo, MAX_LINK } from "./link.js";
import { kept, textOf } from "./store.js";
import { fill, strings } from "./strings.js";
import { tell } from "./view/messages.js";

/** From how many characters on other programs have their difficulties with a link, or with a message that holds it. */
const OFFICE = 2000;
const TEAMS = 28_000;
const SLACK = 40_000;

/** @typedef {Awaited<ReturnType<typeof linkTo>>} Link */

/**
 * A link to this page that contains the text.
 * @param {Desk} desk
 * @returns {Promise<Link | null>} none if it would be too long, which the reader is told
 */
export async function makeLink(desk) {
  const { text, format, corrections } = desk.sheet();
  const link = await linkTo({ text, format, corrections }, location.href.replace(/#.*/s, ""));
  if (link.address.length <= MAX_LINK) return link;
  tell(fill(strings.link.tooLong, { n: link.address.length, limit: MAX_LINK }));
  return null;
}

/** Says what to mind with a link. @param {Desk} desk @param {Link} link @param {boolean} copied */
export function tellOfLink(desk, { address, corrected }, copied) {
  const n = address.length;
  const said = [
    copied ? fill(strings.link.copied, { n }) : strings.link.shown,
    desk.sheet().corrections.length > 0 && (corrected ? strings.link.corrected : strings.link.uncorrected),
    n > OFFICE && fill(strings.link.office, { office: OFFICE }),
    n > TEAMS && fill(strings.link.chat, { teams: TEAMS, slack: SLACK }),
  ];
  tell(said.filter(Boolean).join(" "));
  if (!copied) document.getElementById("message")?.append(" ", h("input", { type: "text", readonly: true, value: address, "aria-label": strings.saveAs.link }));
}

/**
 * Opens the text that the address of the page carries, beside what is kept already, and takes it out of the address.
 * @param {Desk} desk
 * @param {Bringing} bringing
 * @returns {Promise<boolean>} whether there was a text
 */
export async function openLink(desk, bringing) {
  const fragment = location.hash;
  if (!fragment.startsWith("#text=")) return false;
  history.replaceState(null, "", location.pathname + location.search);
  try {
    const carried = await carriedBy(fragment);
    if (!carried) return false;
    desk.saveNow();
    const wasEmpty = desk.session.text === "";
    await bringing.put(carried.text, (await sameAs(carried)) ?? carried, { said: strings.link.opened });
    if (wasEmpty) tell(strings.link.opened);
    return true;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    // What is on the desk comes first: it has messages of its own.
    await bringing.resume();
    tell(strings.link[error.reason]);
    return true;
  }
}

/** What is kept already of just this text, corrected in the same way. @param {Carried} carried @returns {Promise<Kept | undefined>} */
async function sameAs({ text, corrections }) {
  for (const one of await kept().catch(() => [])) {
    if (one.length !== text.length || JSON.stringify(one.corrections) !== JSON.stringify(corrections)) continue;
    if ((await textOf(one.id).catch(() => undefined)) === text) return one;
  }
  return undefined;
}
