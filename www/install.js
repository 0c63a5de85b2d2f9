// @ts-check
import { strings } from "./strings.js";
import { isOneFile, scriptAddress } from "./trusted.js";
import { offer } from "./view/messages.js";

/** How long a page is there that was stored before, until the worker stores what is missing, in milliseconds. */
const REST = 3000;

/**
 * Makes the page work offline, and offers a new version when there is one; never in the middle of work.
 * @param {{ beforeReload: () => void }} on
 */
export async function installed({ beforeReload }) {
  if (isOneFile || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  let asked = false;
  serviceWorker.addEventListener("controllerchange", () => {
    if (!asked) return;
    beforeReload();
    location.reload();
  });
  // Where it is not allowed (private windows, plain HTTP) the page works online all the same.
  const registration = await serviceWorker.register(scriptAddress("sw.js"), { updateViaCache: "none" }).catch(() => undefined);
  if (!registration) return;
  const offerUpdate = () => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    offer(strings.newVersion, strings.reload, () => {
      asked = true;
      waiting.postMessage("take over");
    });
  };
  offerUpdate();
  if (!isFirstVisit) void serviceWorker.ready.then(({ active }) => setTimeout(() => active?.postMessage("store the rest"), REST));
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerUpdate);
  });
}

/**
 * Hands over what the system brings: a file opened with the installed page, or something shared with it.
 * @param {(file: Blob) => void} take
 * @returns {Promise<boolean>} whether something was shared
 */
export async function onArrival(take) {
  /** @typedef {{ setConsumer(consumer: (launch: { files: { getFile(): Promise<File> }[] }) => void): void }} LaunchQueue */
  const { launchQueue } = /** @type {{ launchQueue?: LaunchQueue }} */ (globalThis);
  launchQueue?.setConsumer(async ({ files }) => {
    const [file] = files;
    if (file) take(await file.getFile());
  });
  if (location.search !== "?shared") return false;
  history.replaceState(null, "", location.pathname);
  const address = new URL("shared", document.baseURI).href;
  const response = await caches.match(address);
  if (!response) return false;
  // Read before it is deleted.
  const shared = await response.blob();
  for (const name of await caches.keys()) {
    if (name.endsWith(" shared")) await (await caches.open(name)).delete(address);
  }
  take(shared);
  return true;
}
