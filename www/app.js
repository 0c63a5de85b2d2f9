// @ts-check
/** @import { Outline } from "./speech-outline/index.js" */
/** @import { Target } from "./view/outline.js" */
import { byId, h } from "./dom.js";
import { outlineOf, Problem } from "./engine.js";
import { markdown } from "./export/markdown.js";
import { onDrop, textOf } from "./files.js";
import { strings } from "./strings.js";
import { label, OutlineView } from "./view/outline.js";
import { TranscriptView } from "./view/transcript.js";

const box = byId("text", HTMLTextAreaElement);
const reader = byId("reader", HTMLElement);
const message = byId("message", HTMLElement);
const status = byId("status", HTMLElement);
const editButton = byId("edit", HTMLButtonElement);
const clearButton = byId("clear", HTMLButtonElement);
const copyButton = byId("copy", HTMLButtonElement);

/** What the page knows. `example` is the sample whose outline fills the empty page. */
const state = {
  text: "",
  /** @type {Outline | null} */
  outline: null,
  reading: false,
  /** @type {{ text: string, outline: Outline } | null} */
  example: null,
};

const transcriptView = new TranscriptView(reader, {
  section: (section) => choose({ section, span: null }, { from: "transcript" }),
  point: (span, section) => choose({ section, span }, { from: "transcript" }),
  back: () => outlineView.focusCurrent(),
});
const outlineView = new OutlineView(byId("result", HTMLElement), {
  choose: (target) => choose(target, { from: "outline" }),
  toMark: () => transcriptView.focusMark(),
});

/** @param {string} words */
function say(words) {
  status.textContent = words;
}

/**
 * @param {string} words an empty string takes the message away
 * @param {{ name: string, run: () => void }} [action]
 */
function tell(words, action) {
  message.hidden = words === "";
  message.replaceChildren(words);
  if (action) message.append(" ", h("button", { type: "button", onclick: action.run }, action.name));
}

// ---- The text and its outline

let turn = 0;
let timer = 0;

/** Makes the outline of what is in the box and shows it. @param {{ read?: boolean }} [options] */
async function update({ read = false } = {}) {
  clearTimeout(timer);
  const mine = ++turn;
  state.text = box.value;
  if (state.text === "") {
    tell("");
    await showEmpty();
    return;
  }
  document.body.dataset.state = "filled";
  clearButton.hidden = false;
  try {
    const outline = await outlineOf(state.text);
    if (mine !== turn) return;
    tell("");
    showOutline(outline, read);
  } catch (error) {
    if (mine !== turn) return;
    showProblem(error);
  }
}

/** @param {Outline} outline @param {boolean} read */
function showOutline(outline, read) {
  state.outline = outline;
  const { words, readingMinutes } = outline.stats;
  byId("count", HTMLElement).textContent = `${strings.words(words)}, ${strings.minutes(readingMinutes)}`;
  byId("stats", HTMLElement).textContent = strings.sections(outline.sections.length);
  const pane = byId("result", HTMLElement);
  const top = pane.scrollTop;
  outlineView.show(state.text, outline);
  pane.scrollTop = read ? 0 : top;
  editButton.hidden = false;
  copyButton.hidden = false;
  document.title = outline.title ? `${outline.title} · speech-outline` : "speech-outline";
  if (read || state.reading) readMode(true);
  say(
    strings.ready(
      [
        strings.sections(outline.sections.length),
        strings.points(outline.keyPoints.length),
        strings.speakers(outline.speakers.length),
      ].join(", "),
    ),
  );
}

/** @param {unknown} error */
function showProblem(error) {
  readMode(false);
  state.outline = null;
  outlineView.clear();
  editButton.hidden = true;
  copyButton.hidden = true;
  byId("count", HTMLElement).textContent = strings.characters(state.text.length);
  byId("stats", HTMLElement).textContent = "";
  tell(error instanceof Problem ? error.message : strings.problems.internal);
}

async function showEmpty() {
  document.body.dataset.state = "empty";
  state.outline = null;
  readMode(false);
  for (const button of [editButton, clearButton, copyButton]) button.hidden = true;
  byId("count", HTMLElement).textContent = "";
  byId("stats", HTMLElement).textContent = "";
  document.title = "speech-outline";
  outlineView.clear();
  try {
    if (!state.example) {
      const text = await sample(strings.samples[0]?.file ?? "");
      state.example = { text, outline: await outlineOf(text) };
    }
  } catch (error) {
    // The example is an extra. Without WebAssembly nothing else will work either, and that is worth saying at once.
    if (error instanceof Problem && error.code === "wasm-unavailable") tell(error.message);
    return;
  }
  if (document.body.dataset.state === "empty") {
    outlineView.show(state.example.text, state.example.outline, strings.exampleNote);
  }
}

/** @param {boolean} on */
function readMode(on) {
  state.reading = on;
  box.hidden = on;
  reader.hidden = !on;
  editButton.textContent = on ? strings.edit : strings.done;
  if (on && state.outline) transcriptView.show(state.text, state.outline);
  else transcriptView.clear();
}

/**
 * Puts another text into the box; the one before can be had back.
 * @param {string} text
 * @param {{ said?: string, read?: boolean }} [options]
 */
async function replaceText(text, { said = "", read = true } = {}) {
  const before = box.value;
  box.value = text;
  await update({ read });
  if (said !== "" && before !== "" && before !== text) {
    tell(said, { name: strings.undo, run: () => void replaceText(before) });
  }
}

/** @param {string} file */
async function sample(file) {
  const response = await fetch(new URL(`./samples/${file}`, import.meta.url));
  if (!response.ok) throw new Problem("no-sample", strings.problems["no-sample"]);
  return response.text();
}

/** @param {string} file */
async function trySample(file) {
  try {
    await replaceText(await sample(file), { said: strings.replaced });
    reader.focus({ preventScroll: true });
  } catch {
    tell(strings.problems["no-sample"]);
  }
}

/** @param {Blob} file */
async function takeFile(file) {
  try {
    await replaceText(await textOf(file), { said: strings.replaced });
  } catch {
    tell(strings.problems["no-file"]);
  }
}

// ---- Outline and transcript, linked

/**
 * @param {Target} target
 * @param {{ from: "outline" | "transcript" }} options
 */
async function choose(target, { from }) {
  if (!state.outline && state.example) await replaceText(state.example.text);
  if (!state.outline) return;
  if (!state.reading) readMode(true);
  transcriptView.mark(target.section, target.span);
  outlineView.choose(target, { reveal: from === "transcript" });
  const section = state.outline.sections[target.section];
  if (target.turn) say(strings.markedTurn(...target.turn));
  else if (target.span) say(strings.markedPoint(target.section + 1));
  else if (section) say(strings.markedSection(label(section, target.section)));
}

// ---- Controls

box.addEventListener("input", (event) => {
  const pasted = event instanceof InputEvent && event.inputType === "insertFromPaste";
  // A text that was pasted as a whole is to be read; one that is being written stays in the box.
  const whole = pasted && box.value.length - (pastedLength || 0) < 2;
  clearTimeout(timer);
  const wait = pasted ? 0 : box.value.length > 500_000 ? 900 : 200;
  timer = window.setTimeout(() => void update({ read: whole }), wait);
});

let pastedLength = 0;
box.addEventListener("paste", (event) => {
  pastedLength = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n").length ?? 0;
});

// A text that is pasted while another is being read replaces it.
document.addEventListener("paste", (event) => {
  if (event.target === box) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.trim() !== "") void replaceText(text, { said: strings.replaced });
});

editButton.addEventListener("click", () => {
  if (!state.reading) {
    readMode(true);
    reader.focus({ preventScroll: true });
    return;
  }
  const start = transcriptView.marked?.start ?? 0;
  readMode(false);
  box.focus();
  box.setSelectionRange(start, start);
});

box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.outline) editButton.click();
});

clearButton.addEventListener("click", () => {
  void replaceText("", { said: strings.cleared, read: false });
  box.focus();
});

copyButton.addEventListener("click", async () => {
  if (!state.outline) return;
  try {
    await navigator.clipboard.writeText(markdown(state.text, state.outline));
  } catch {
    tell(strings.copyFailed);
    return;
  }
  const name = copyButton.textContent;
  copyButton.textContent = strings.copied;
  say(strings.copied);
  setTimeout(() => (copyButton.textContent = name), 1500);
});

const fileInput = byId("file", HTMLInputElement);
byId("open", HTMLButtonElement).addEventListener("click", () => fileInput.click());
fileInput.addEventListener("change", () => {
  const file = fileInput.files?.[0];
  if (file) void takeFile(file);
  fileInput.value = "";
});
onDrop((file) => void takeFile(file));

const menu = byId("samples-menu", HTMLDetailsElement);
for (const { file, name, what } of strings.samples) {
  const choice = () =>
    h("button", { type: "button", "data-sample": file, onclick: () => void trySample(file) }, h("span", { class: "name" }, name), " ", h("span", { class: "quiet" }, what));
  byId("try-list", HTMLElement).append(h("li", {}, choice()));
  byId("samples-list", HTMLElement).append(h("li", {}, choice()));
}
menu.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("button")) menu.open = false;
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});
addEventListener("click", (event) => {
  if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});

void update();
