// @ts-check
/** @import { Format, Outline, Span } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
/** @import { Target } from "./view/outline.js" */
import { sectionAt } from "./corrections.js";
import { byId, h } from "./dom.js";
import { outlineOf, Problem, stop } from "./engine.js";
import { quotation } from "./export/quotation.js";
import { onDrop, textOf } from "./files.js";
import { installed, onArrival } from "./install.js";
import { textOfRich } from "./rich.js";
import { sample } from "./samples.js";
import { Session } from "./session.js";
import { keep, kept } from "./store.js";
import { strings } from "./strings.js";
import { formatChoice } from "./view/format.js";
import { menu } from "./view/menu.js";
import { say, tell } from "./view/messages.js";
import { label, OutlineView } from "./view/outline.js";
import { onSelection } from "./view/selection.js";
import { shelf } from "./view/shelf.js";
import { copy, takeAway } from "./view/take-away.js";
import { sectionTools, spanTools } from "./view/tools.js";
import { TranscriptView } from "./view/transcript.js";

const box = byId("text", HTMLTextAreaElement);
const reader = byId("reader", HTMLElement);
const result = byId("result", HTMLElement);
const editButton = byId("edit", HTMLButtonElement);
const newButton = byId("new", HTMLButtonElement);
const undoButton = byId("undo", HTMLButtonElement);
const redoButton = byId("redo", HTMLButtonElement);

/** UTF-16 code units from which on a text is handled with more care for the time that it takes. */
const LONG = 500_000;

const session = new Session();
/** Under which name the text is kept; empty as long as there is nothing of the reader's own to keep. */
let id = "";
let reading = false;
/** @type {Target | null} */
let chosen = null;
/** The sample whose outline fills the empty page. @type {{ text: string, outline: Outline } | null} */
let example = null;
const correctionForm = { open: false };

const transcriptView = new TranscriptView(reader, {
  section: (section) => void choose({ section, span: null }, { from: "transcript" }),
  point: (span, section) => void choose({ section, span }, { from: "transcript" }),
  back: () => outlineView.focusCurrent(),
});
const outlineView = new OutlineView(result, {
  choose: (target) => void choose(target, { from: "outline" }),
  toMark: () => transcriptView.focusMark(),
  tools: ({ section, span }) => {
    if (!session.outline) return null;
    const on = { correct, copy: copyQuotation };
    return span ? spanTools(session.outline, span, on) : sectionTools(session.text, session.outline, section, correctionForm, on);
  },
});

const format = formatChoice((chosen) => void readAs(chosen));

// ---- The text and its outline

let turn = 0;
let timer = 0;

/** Makes the outline of the session's text and shows it. @param {{ read?: boolean }} [options] */
async function update({ read = false } = {}) {
  clearTimeout(timer);
  const mine = ++turn;
  if (session.text === "") {
    tell("");
    await showEmpty();
    return;
  }
  document.body.dataset.state = "filled";
  newButton.hidden = false;
  const slow = window.setTimeout(() => tell(strings.working, { name: strings.stop, run: stop }), 400);
  try {
    const outline = await outlineOf(session.text, { format: session.format });
    if (mine !== turn) return;
    session.outlined(outline);
    tell("");
    showOutline(read);
  } catch (error) {
    if (mine === turn) showProblem(error);
  } finally {
    clearTimeout(slow);
  }
  save();
}

/** @param {boolean} read whether to turn to the marked text */
function showOutline(read) {
  const { text, outline } = session;
  if (!outline) return;
  const { words, readingMinutes } = outline.stats;
  byId("count", HTMLElement).textContent = `${strings.words(words)}, ${strings.minutes(readingMinutes)}`;
  format.show(session.format, outline.format);
  const top = result.scrollTop;
  outlineView.show(text, outline);
  result.scrollTop = read ? 0 : top;
  showActions(true);
  document.title = outline.title ? `${outline.title} · speech-outline` : "speech-outline";
  chosen = null;
  if (read || reading) readMode(true);
  const parts = [
    strings.sections(outline.sections.length),
    strings.points(outline.keyPoints.length),
    strings.speakers(outline.speakers.length),
  ];
  say(strings.ready(parts.join(", ")));
}

/** @param {unknown} error */
function showProblem(error) {
  readMode(false);
  outlineView.clear();
  showActions(false);
  byId("count", HTMLElement).textContent = strings.characters(session.text.length);
  const problem = error instanceof Problem ? error : new Problem("internal", strings.problems.internal, error);
  tell(problem.message, problem.code === "stopped" ? { name: strings.tryAgain, run: () => void update({ read: true }) } : undefined);
}

async function showEmpty() {
  document.body.dataset.state = "empty";
  readMode(false);
  showActions(false);
  newButton.hidden = true;
  format.hide();
  byId("count", HTMLElement).textContent = "";
  document.title = "speech-outline";
  outlineView.clear();
  try {
    if (!example) {
      const text = await sample(strings.samples[0]?.file ?? "");
      // The reader's own text goes first.
      if (document.body.dataset.state !== "empty") return;
      example = { text, outline: await outlineOf(text) };
    }
  } catch (error) {
    // The example is an extra. Without WebAssembly nothing else will work either, and that is worth saying at once.
    if (error instanceof Problem && error.code === "wasm-unavailable") tell(error.message);
    return;
  }
  if (document.body.dataset.state === "empty") outlineView.show(example.text, example.outline, strings.exampleNote);
}

/** What can be done with an outline. @param {boolean} on */
function showActions(on) {
  const { corrections, undone, outline } = session;
  for (const name of ["copy", "save-menu"]) byId(name, HTMLElement).hidden = !on;
  editButton.hidden = !on;
  undoButton.hidden = redoButton.hidden = !on || corrections.length + undone.length === 0;
  undoButton.disabled = corrections.length === 0;
  redoButton.disabled = undone.length === 0;
  const corrected = corrections.length > 0 ? `, ${strings.corrections(corrections.length)}` : "";
  byId("stats", HTMLElement).textContent = on && outline ? strings.sections(outline.sections.length) + corrected : "";
}

/** @param {boolean} on */
function readMode(on) {
  reading = on;
  box.hidden = on;
  reader.hidden = !on;
  editButton.textContent = on ? strings.edit : strings.done;
  if (on && session.outline) transcriptView.show(session.text, session.outline);
  else transcriptView.clear();
}

/**
 * Puts another text on the desk; the one before can be had back.
 * @param {string} text
 * @param {{ said?: string, read?: boolean, corrections?: Correction[], as?: string, format?: "auto" | Format }} [options]
 *   `as`: the name under which it is kept
 */
async function openText(text, { said = "", read = true, corrections = [], as = newId(), format = "auto" } = {}) {
  touched = true;
  // A text box takes seconds to lay out megabytes that nobody will edit there.
  if (text.length > LONG) box.hidden = true;
  const before = { text: session.text, corrections: [...session.corrections], id, format: session.format };
  box.value = text;
  id = as;
  // The box has its own idea of line ends.
  session.open(box.value, corrections, format);
  await update({ read });
  if (said === "" || before.text === "" || before.text === session.text) return;
  tell(said, {
    name: strings.undo,
    run: () => void openText(before.text, { corrections: before.corrections, as: before.id, format: before.format }),
  });
}

/** Reads the text as another format. @param {"auto" | Format} chosen */
async function readAs(chosen) {
  session.format = chosen;
  if (id === "") id = newId();
  await update();
  if (session.outline) say(strings.readAs(strings.formats[session.outline.format]));
}

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

let saving = 0;

/** Keeps the text on this device, a little later. */
function save() {
  clearTimeout(saving);
  if (id === "" || session.text.trim() === "") return;
  saving = window.setTimeout(saveNow, 400);
}

function saveNow() {
  clearTimeout(saving);
  if (id === "" || session.text.trim() === "") return;
  const { text, corrections, outline, format } = session;
  // Where nothing can be kept (private windows), the page works all the same.
  keep({ id, text, corrections, title: outline?.title ?? "", changed: Date.now(), format }).catch(() => undefined);
}

/** @param {string} file */
async function trySample(file) {
  try {
    await openText(await sample(file), { said: strings.replaced, as: "" });
    reader.focus({ preventScroll: true });
  } catch {
    tell(strings.problems["no-sample"]);
  }
}

/** @param {Blob} file */
async function takeFile(file) {
  try {
    await openText(await textOf(file), { said: strings.replaced });
  } catch {
    tell(strings.problems["no-file"]);
  }
}

// ---- Outline and transcript, linked

/**
 * @param {Target} target
 * @param {{ from: "outline" | "transcript" | "correction" }} options
 */
async function choose(target, { from }) {
  if (!session.outline && example) await openText(example.text, { as: "" });
  if (!session.outline) return;
  if (!reading) readMode(true);
  if (from !== "correction" && keyOf(target) !== keyOf(chosen)) correctionForm.open = false;
  chosen = target;
  transcriptView.mark(target.section, target.span);
  outlineView.choose(target, { reveal: from !== "outline" });
  if (from === "correction") return;
  const section = session.outline.sections[target.section];
  if (target.turn) say(strings.markedTurn(...target.turn));
  else if (target.span) say(strings.markedPoint(target.section + 1));
  else if (section) say(strings.markedSection(label(section, target.section)));
}

/** @param {Target | null} target */
const keyOf = (target) => target && `${target.section} ${target.span?.start} ${target.span?.end}`;

// ---- Corrections

/** @param {Correction} correction */
function correct(correction) {
  const tool = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.tool : undefined;
  if (!session.correct(correction)) return;
  if (id === "") id = newId();
  showCorrected(correction, strings.corrected[correction.type]);
  const again = tool && result.querySelector(`.tools [data-tool="${tool}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @param {Correction} correction @param {string} said */
function showCorrected(correction, said) {
  const scroll = reader.scrollTop;
  showOutline(false);
  save();
  say(said);
  reader.scrollTop = scroll;
  if (!session.outline) return;
  if (correction.type === "drop") {
    outlineView.focusNearest(correction.start);
    return;
  }
  const at = "at" in correction ? correction.at : "to" in correction ? correction.to : correction.start;
  const span = correction.type === "add" ? { start: correction.start, end: correction.end } : null;
  void choose({ section: sectionAt(session.outline.sections, at), span }, { from: "correction" });
}

function undo() {
  const correction = session.undo();
  if (correction) showCorrected(correction, strings.undone);
}

function redo() {
  const correction = session.redo();
  if (correction) showCorrected(correction, strings.redone);
}

/** @param {{ span: Span } | { section: number }} what */
function copyQuotation(what) {
  if (!session.outline) return;
  const span = "span" in what ? what.span : session.outline.sections[what.section]?.span;
  if (span) void copy(quotation(session.text, session.outline, span));
}

// ---- Controls

/** What a paste brings, with its headings and lists if it has any. @param {ClipboardEvent} event */
function pastedText(event) {
  const plain = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n") ?? "";
  const rich = textOfRich(event.clipboardData?.getData("text/html") ?? "", plain);
  return { text: rich || plain, rich: rich !== "" };
}

let touched = false;
let pastedLength = 0;
box.addEventListener("paste", (event) => {
  const { text, rich } = pastedText(event);
  pastedLength = text.length;
  const whole = box.selectionEnd - box.selectionStart === box.value.length;
  if (!whole && rich) {
    event.preventDefault();
    // The only way to write into the box that the browser's own undo knows.
    document.execCommand("insertText", false, text);
    return;
  }
  if (!rich && (text.length <= LONG || box.value !== "")) return;
  event.preventDefault();
  void openText(text, { said: strings.replaced });
});

box.addEventListener("input", (event) => {
  touched = true;
  const pasted = event instanceof InputEvent && event.inputType === "insertFromPaste";
  // A text that was pasted as a whole is to be read; one that is being written stays in the box.
  const whole = pasted && box.value.length - pastedLength < 2;
  clearTimeout(timer);
  const wait = pasted ? 0 : box.value.length > LONG ? 900 : 200;
  timer = window.setTimeout(() => {
    if (id === "" || whole) id = newId();
    if (whole) session.format = "auto";
    session.edit(box.value);
    void update({ read: whole });
  }, wait);
});

// A text that is pasted while another is being read takes its place.
document.addEventListener("paste", (event) => {
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
  const { text } = pastedText(event);
  if (text.trim() !== "") void openText(text, { said: strings.replaced });
});

editButton.addEventListener("click", () => {
  if (!reading) {
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
  if (event.key === "Escape" && session.outline) editButton.click();
});

newButton.addEventListener("click", () => {
  saveNow();
  void openText("", { said: strings.cleared, read: false, as: "" });
  box.focus();
});

undoButton.addEventListener("click", undo);
redoButton.addEventListener("click", redo);
document.addEventListener("keydown", (event) => {
  const writing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  if (writing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : null;
  if (!act) return;
  event.preventDefault();
  act();
});

/** @type {Span | null} */
let selected = null;
onSelection(transcriptView, (span) => {
  selected = span;
  byId("selection", HTMLElement).hidden = span === null;
});
for (const [name, act] of /** @type {const} */ ([
  ["selection-copy", (/** @type {Span} */ span) => copyQuotation({ span })],
  ["selection-point", (/** @type {Span} */ { start, end }) => correct({ type: "add", start, end })],
  ["selection-split", (/** @type {Span} */ { start }) => correct({ type: "split", at: start })],
])) {
  const button = byId(name, HTMLButtonElement);
  // Keeps the selection where it is.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (!selected) return;
    const span = selected;
    if (name !== "selection-copy") getSelection()?.removeAllRanges();
    act(span);
  });
}

const fileInput = byId("file", HTMLInputElement);
byId("open", HTMLButtonElement).addEventListener("click", () => fileInput.click());
fileInput.addEventListener("change", () => {
  const file = fileInput.files?.[0];
  if (file) void takeFile(file);
  fileInput.value = "";
});
onDrop((file) => void takeFile(file));

for (const list of ["try-list", "samples-list"]) {
  for (const { file, name, what } of strings.samples) {
    const act = () => void trySample(file);
    const words = [h("span", { class: "name" }, name), " ", h("span", { class: "quiet" }, what)];
    byId(list, HTMLElement).append(h("li", {}, h("button", { type: "button", "data-sample": file, onclick: act }, ...words)));
  }
}
menu(byId("samples-menu", HTMLDetailsElement));
takeAway(() => session);
shelf({
  open: ({ id, text, corrections, format }) => {
    saveNow();
    void openText(text, { corrections, as: id, format });
  },
  current: () => id,
  // What was forgotten stays on the desk, but is not kept again by itself.
  forgotten: () => {
    clearTimeout(saving);
    id = "";
  },
});

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") saveNow();
});

void installed({ beforeReload: saveNow });

/** Shows what was on the desk at the last visit, unless something has been put there while the page was starting. */
async function start() {
  if (await onArrival((file) => void takeFile(file))) return;
  const last = (await kept().catch(() => []))[0];
  if (touched) return;
  if (box.value === "" && last) await openText(last.text, { corrections: last.corrections, as: last.id, format: last.format });
  else {
    session.edit(box.value);
    await update();
  }
}

await start();
