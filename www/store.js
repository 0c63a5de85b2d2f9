// @ts-check
/** @import { Format } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
// The transcripts that are kept on this device, and only here (IndexedDB). Texts stand apart from what is listed of them:
// megabytes are read and written only when they have to be.

/**
 * What is listed of a transcript. `start` and `length`: of its text, in UTF-16 code units; `format`: how the text is read,
 * if the reader chose it.
 * @typedef {{ id: string, title: string, start: string, length: number, corrections: Correction[], changed: number, format?: "auto" | Format }} Kept
 */

const OFF = "speech-outline: keep nothing";
/** Set while there is anything: `first.js` has to know before the database can be asked. */
const ANY = "speech-outline: kept";
const LIST = "transcripts";
const TEXTS = "texts";
/** How much of a text stands in the list. */
const START = 200;

/** Whether texts are kept at all. */
export const keeps = () => {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return false;
  }
};

/** Switches keeping on or off; switching off forgets everything. @param {boolean} on */
export async function setKeeps(on) {
  if (on) localStorage.removeItem(OFF);
  else {
    localStorage.setItem(OFF, "1");
    await forgetAll();
  }
}

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("speech-outline", 2);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request, oldVersion);
    request.onsuccess = () => {
      // A newer version of the page in another tab goes first.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("an older version of the page is open in another tab"));
  });
  return opening;
}

/** @param {IDBOpenDBRequest} request @param {number} from */
function upgrade({ result, transaction }, from) {
  const texts = result.createObjectStore(TEXTS);
  if (from === 0) result.createObjectStore(LIST, { keyPath: "id" });
  const cursors = transaction?.objectStore(LIST).openCursor();
  if (from === 0 || !cursors) return;
  // The first version had everything in one place.
  cursors.onsuccess = () => {
    const cursor = cursors.result;
    if (!cursor) return;
    const { text, ...rest } = cursor.value;
    texts.put(text, rest.id);
    cursor.update({ ...rest, start: text.slice(0, START), length: text.length });
    cursor.continue();
  };
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(list: IDBObjectStore, texts: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function transact(mode, act) {
  const transaction = (await database()).transaction([LIST, TEXTS], mode);
  const request = act(transaction.objectStore(LIST), transaction.objectStore(TEXTS));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** The text that was written last. */
let written = { id: "", text: "" };

/** @param {Omit<Kept, "start" | "length">} about @param {string} text */
export async function keep(about, text) {
  if (!keeps()) return;
  await transact("readwrite", (list, texts) => {
    const there = texts.getKey(about.id);
    there.onsuccess = () => {
      // Another tab may have forgotten it meanwhile.
      if (there.result === undefined || written.id !== about.id || written.text !== text) texts.put(text, about.id);
    };
    return list.put({ ...about, start: text.slice(0, START), length: text.length });
  });
  written = { id: about.id, text };
  noteAny(true);
}

/** What is kept, the latest first. @returns {Promise<Kept[]>} */
export async function kept() {
  /** @type {Kept[]} */
  const all = keeps() ? await transact("readonly", (list) => list.getAll()) : [];
  noteAny(all.length > 0);
  return all.sort((a, b) => b.changed - a.changed);
}

/** The text of a transcript that is kept. @param {string} id @returns {Promise<string | undefined>} */
export const textOf = (id) => transact("readonly", (_, texts) => texts.get(id));

/** @param {string} id */
export const forget = (id) =>
  transact("readwrite", (list, texts) => {
    texts.delete(id);
    return list.delete(id);
  });

export const forgetAll = () =>
  transact("readwrite", (list, texts) => {
    texts.clear();
    return list.clear();
  });

/** @param {boolean} any */
function noteAny(any) {
  try {
    if (any) localStorage.setItem(ANY, "1");
    else localStorage.removeItem(ANY);
  } catch {
    // Then the page starts as if there were nothing, and what is kept comes a moment later.
  }
}
