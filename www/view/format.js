// @ts-check
/** @import { Format } from "../speech-outline/index.js" */
import { byId } from "../dom.js";
import { strings } from "../strings.js";

/**
 * The control that shows how the text was read, and changes it.
 * @param {(chosen: "auto" | Format) => void} changed
 */
export function formatChoice(changed) {
  const select = byId("format", HTMLSelectElement);
  const auto = new Option(strings.recognise, "auto");
  select.append(auto, ...Object.entries(strings.formats).map(([format, name]) => new Option(name, format)));
  select.addEventListener("change", () => changed(/** @type {"auto" | Format} */ (select.value)));
  return {
    /** @param {"auto" | Format} chosen @param {Format} found */
    show(chosen, found) {
      auto.text = chosen === "auto" ? strings.recognised(strings.formats[found]) : strings.recognise;
      select.value = chosen;
      select.hidden = false;
    },
    hide() {
      select.hidden = true;
    },
  };
}
