// @ts-check
/** @import { Format } from "../speech-outline/index.js" */
import { byId } from "../dom.js";
import { fill, spoken, strings } from "../strings.js";

/**
 * The control that shows how the text was read, and changes it.
 * @param {(chosen: "auto" | Format) => void} changed
 */
export function formatChoice(changed) {
  const select = byId("format", HTMLSelectElement);
  /** @type {{ chosen: "auto" | Format, found: Format } | null} */
  let shown = null;
  const draw = () => {
    const auto = shown?.chosen === "auto" ? fill(strings.recognised, { format: strings.formats[shown.found] }) : strings.recognise;
    const formats = Object.entries(strings.formats).map(([format, name]) => new Option(name, format));
    select.replaceChildren(new Option(auto, "auto"), ...formats);
    if (shown) select.value = shown.chosen;
  };
  spoken(draw);
  select.addEventListener("change", () => changed(/** @type {"auto" | Format} */ (select.value)));
  return {
    /** @param {"auto" | Format} chosen @param {Format} found */
    show(chosen, found) {
      shown = { chosen, found };
      draw();
      select.hidden = false;
    },
    hide() {
      select.hidden = true;
    },
  };
}
