// @ts-check
// Keeps the page working without a network. Every file of the site is stored at the first visit and served from there; what
// this reader does not need (`later`) is stored when it is asked for, or with the next visit. A new version is stored beside
// the old one and waits until the reader asks for it.

/**
 * @typedef {Event & { waitUntil(work: Promise<unknown>): void }} LifeEvent
 * @typedef {LifeEvent & { request: Request, respondWith(answer: Promise<Response> | Response): void }} FetchEvent
 * @typedef {{ SITE: { version: string, files: string[], later: string[] }, registration: { scope: string },
 *   importScripts(path: string): void, skipWaiting(): Promise<void>, clients: { claim(): Promise<void> } }} Scope
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
// Written when the site is built: the list of its files, and a name for just these contents.
scope.importScripts("./precache.js");
const OURS = `speech-outline ${scope.registration.scope} `;
const CACHE = OURS + scope.SITE.version;
const SHARED = `${OURS}shared`;

/** @param {string} path */
const address = (path) => new URL(path, scope.registration.scope).href;
const addresses = new Set([...scope.SITE.files, ...scope.SITE.later].map(address));

/** The languages of the page that the reader's browser asks for. */
const languages = scope.SITE.later.filter((path) => navigator.languages.some((tag) => path === `strings/${tag.slice(0, 2)}.js`));

/** @param {string} type @param {(event: any) => void} act */
const on = (type, act) => addEventListener(type, act);

on("install", (/** @type {LifeEvent} */ event) => {
  // Asked for anew, but not loaded again where the host says that it has not changed since the page loaded it.
  const requests = [...scope.SITE.files, ...languages].map((path) => new Request(address(path), { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

on("activate", (/** @type {LifeEvent} */ event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(OURS) && name !== CACHE && name !== SHARED) await caches.delete(name);
      }
      await scope.clients.claim();
    })(),
  );
});

on("message", (/** @type {MessageEvent} */ event) => {
  if (event.data === "take over") void scope.skipWaiting();
  if (event.data === "store the rest") /** @type {any} */ (event).waitUntil(storeRest());
});

/** Stores what is not there yet. */
async function storeRest() {
  const cache = await caches.open(CACHE);
  for (const path of scope.SITE.later) {
    if (!(await cache.match(address(path)))) await cache.add(address(path)).catch(() => undefined);
  }
}

on("fetch", (/** @type {FetchEvent} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && url.href === address("share")) {
    event.respondWith(takeShared(event.request));
    return;
  }
  url.search = "";
  url.hash = "";
  if (url.href === address("index.html")) url.href = address("./");
  if (event.request.method === "GET" && addresses.has(url.href)) event.respondWith(stored(url.href, event.request));
});

/** @param {string} url @param {Request} request */
async function stored(url, request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(url);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await cache.put(url, response.clone());
  return response;
}

/** A text or file that another app shares: kept until the page has taken it. @param {Request} request */
async function takeShared(request) {
  const form = await request.formData();
  const file = form.get("file");
  const text = file instanceof File ? file : (form.get("text") ?? "");
  const cache = await caches.open(SHARED);
  await cache.put(address("shared"), new Response(text));
  return Response.redirect(address("./?shared"), 303);
}
