// @ts-check
/** @import { Kept } from "../store.js" */
import { byId, h } from "../dom.js";
import { forget, forgetAll, keeps, kept, setKeeps } from "../store.js";
import { excerpt } from "../speech-outline/render/words.js";
import { fill, language, strings } from "../strings.js";
import { menu } from "./menu.js";
import { say } from "./messages.js";

/**
 * The menu of the transcripts that are kept on this device.
 * @param {{ open: (transcript: Kept) => void, current: () => string, forgotten: () => void }} on
 */
export function shelf(on) {
  const details = byId("shelf-menu", HTMLDetailsElement);
  const list = byId("shelf-list", HTMLElement);
  const none = byId("shelf-none", HTMLElement);
  const box = byId("shelf-keep", HTMLInputElement);
  const all = byId("shelf-forget", HTMLButtonElement);
  menu(details);

  // At once, not with the list: a box that says something else until the list has come is not the one that was clicked.
  const check = () => (box.checked = keeps());
  check();

  const draw = async () => {
    check();
    const transcripts = await kept().catch(() => []);
    none.hidden = transcripts.length > 0;
    all.hidden = transcripts.length === 0;
    list.replaceChildren(...transcripts.map(item));
  };

  const item = (/** @type {Kept} */ transcript) => {
    const name = excerpt(transcript.title || transcript.start).slice(0, 80);
    const current = transcript.id === on.current();
    const remove = async () => {
      // First, so that what is about to be kept is not kept again behind it.
      if (current) on.forgotten();
      await forget(transcript.id);
      say(strings.forgotten);
      await draw();
      details.querySelector("summary")?.focus();
    };
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", "aria-current": current && "true", onclick: () => on.open(transcript) },
        h("span", { class: "name", dir: "auto" }, name),
        " ",
        h("span", { class: "quiet" }, new Date(transcript.changed).toLocaleString(language === "en" ? undefined : language, { dateStyle: "medium", timeStyle: "short" })),
      ),
      h("button", { type: "button", class: "forget", "data-stay": true, "aria-label": fill(strings.forget, { name }), onclick: () => void remove() }, "✕"),
    );
  };

  details.addEventListener("toggle", () => {
    if (details.open) void draw();
  });
  all.addEventListener("click", async () => {
    on.forgotten();
    await forgetAll();
    say(strings.forgottenAll);
    await draw();
  });
  box.addEventListener("change", async () => {
    await setKeeps(box.checked);
    if (!box.checked) on.forgotten();
    say(box.checked ? strings.keepsOn : strings.keepsOff);
    await draw();
  });
}
