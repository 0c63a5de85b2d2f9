// @ts-check
/** @import { Format } from "./speech-outline/index.js" */
/** @import { Correction } from "./corrections.js" */
// The transcripts that are kept on this device, and only here (IndexedDB).

/**
 * `format`: how the text is read, if the reader chose it.
 * @typedef {{ id: string, text: string, title: string, corrections: Correction[], changed: number, format?: "auto" | Format }} Kept
 */

const OFF = "speech-outline: keep nothing";

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
    const request = indexedDB.open("speech-outline", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("transcripts", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function transact(mode, act) {
  const transaction = (await database()).transaction("transcripts", mode);
  const request = act(transaction.objectStore("transcripts"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** @param {Kept} transcript */
export async function keep(transcript) {
  if (keeps()) await transact("readwrite", (store) => store.put(transcript));
}

/** The latest first. @returns {Promise<Kept[]>} */
export async function kept() {
  if (!keeps()) return [];
  /** @type {Kept[]} */
  const all = await transact("readonly", (store) => store.getAll());
  return all.sort((a, b) => b.changed - a.changed);
}

/** @param {string} id */
export const forget = (id) => transact("readwrite", (store) => store.delete(id));

export const forgetAll = () => transact("readwrite", (store) => store.clear());
