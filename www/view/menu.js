// @ts-check
/**
 * Makes a `<details class="menu">` close by itself: after a choice, on Escape, and when the reader turns elsewhere.
 * @param {HTMLDetailsElement} menu
 */
export function menu(menu) {
  menu.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("button:not([data-stay])")) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
