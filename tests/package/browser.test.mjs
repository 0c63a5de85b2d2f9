// The package as a page uses it: loading, policies, the worker, the module inline.
import assert from "node:assert/strict";
import { test } from "node:test";

import { outline, transcript } from "speech-outline";

import { browser, host } from "./host.mjs";

const text =
  "MR. LØNN: Good morning – “great” 😀 to see you. Today I am announcing 3 new ferries for the town.\n\n" +
  "Q: When will they sail?\n\nMR. LØNN: In May.";
const expected = outline(text);

/**
 * A page beside the package, under a content security policy.
 *
 * @param {(page: import("playwright-core").Page, requests: string[]) => Promise<void>} check
 * @param {{ policy?: string }} [options]
 */
async function withPage(check, { policy } = {}) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.route("**/page.html", (route) =>
    route.fulfill({
      body: "<!doctype html><title>A page</title>",
      contentType: "text/html",
      headers: policy ? { "content-security-policy": policy } : {},
    }));
  await page.goto(`${host.address}page.html`);
  try {
    await check(page, requests);
  } finally {
    await page.close();
  }
}

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

test("init() fetches the module once, also under a strict policy", () =>
  withPage(async (page, requests) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      await Promise.all([api.init(), api.init()]);
      await api.init();
      return { outline: api.outline(text), transcript: api.transcript(text) };
    }, text);
    assert.deepEqual(found, { outline: expected, transcript: transcript(text) });
    assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  }, { policy: STRICT }));

test("nothing is fetched before init(), and outline() says so", () =>
  withPage(async (page, requests) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      try {
        return api.outline(text);
      } catch (/** @type {any} */ error) {
        return [error instanceof api.NotInitialisedError, error.name, error.code];
      }
    }, text);
    assert.deepEqual(found, [true, "NotInitialisedError", "not-initialised"]);
    assert.deepEqual(requests.filter((url) => url.endsWith(".wasm")), []);
  }));

test("a policy without WebAssembly is named", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async () => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      return api.init().catch((/** @type {any} */ error) => [error.name, error.code, error.message]);
    });
    assert.deepEqual(found.slice(0, 2), ["WasmUnavailableError", "wasm-unavailable"]);
    assert.match(found[2], /'wasm-unsafe-eval'/);
  }, { policy: "default-src 'self'" }));

test("a module that does not arrive is named, and the next try works", () =>
  withPage(async (page) => {
    let broken = true;
    await page.route("**/*.wasm", (route) => (broken ? route.fulfill({ status: 503, body: "later" }) : route.continue()));
    const init = () =>
      page.evaluate(async () => {
        const api = await import(new URL("./index.js", document.baseURI).href);
        return api.init().then(() => "loaded", (/** @type {any} */ error) => [error.name, error.code, error.message]);
      });
    const [name, code, message] = await init();
    assert.deepEqual([name, code], ["WasmLoadError", "wasm-load"]);
    assert.match(message, /503 for http.*speech_outline_bg\.wasm/);
    broken = false;
    assert.equal(await init(), "loaded");
  }));

test("a damaged module and a wrong media type are told apart", () =>
  withPage(async (page) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { "content-type": "application/octet-stream" } });
    });
    const found = await page.evaluate(async () => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const damaged = await api.init(new Uint8Array([1, 2, 3])).catch((/** @type {any} */ error) => error.name);
      await api.init();
      return damaged;
    });
    assert.equal(found, "WasmLoadError");
  }));

test("outlineAsync() works in a worker, where all calls share one", () =>
  withPage(async (page, requests) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const results = await Promise.all([1, 2, 3].map(() => api.outlineAsync(text, { worker: true })));
      const failed = await api.outlineAsync(" ", { worker: true }).catch((/** @type {any} */ error) => error);
      return { results, failed: [failed instanceof api.EmptyInputError, failed.code] };
    }, text);
    assert.deepEqual(found.results, Array(3).fill({ outline: expected, thread: "worker" }));
    assert.deepEqual(found.failed, [true, "empty"]);
    assert.equal(requests.filter((url) => url.endsWith("/worker.js")).length, 1);
  }, { policy: STRICT }));

test("a worker tells how far it is, call by call", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const run = async (/** @type {number} */ times) => {
        /** @type {string[]} */
        const told = [];
        const onProgress = (/** @type {{ stage: string }} */ { stage }) => told.push(stage);
        await api.outlineAsync(text.repeat(times), { worker: true, onProgress });
        return told;
      };
      const thrown = await api
        .outlineAsync(text, { worker: true, onProgress() { throw new URIError("mine"); } })
        .catch((/** @type {any} */ error) => error.name);
      return { told: await Promise.all([run(1), run(100)]), thrown };
    }, text);
    const all = ["loading", "reading", "sections", "key-points", "done"];
    assert.deepEqual(found, { told: [all, all], thrown: "URIError" });
  }, { policy: STRICT }));

test("where there can be no worker, the page makes the outline and says so", () =>
  withPage(async (page) => {
    const result = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      return api.outlineAsync(text, { worker: true });
    }, text);
    assert.deepEqual(result, { outline: expected, thread: "main" });
  }, { policy: STRICT.replace("worker-src 'self'", "worker-src 'none'") }));

test("a call can be aborted, before and in the middle", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const before = await api.outlineAsync(text, { signal: AbortSignal.abort() }).catch((/** @type {any} */ e) => e.name);
      await api.outlineAsync(text, { worker: true });
      const control = new AbortController();
      const running = api.outlineAsync(text.repeat(2000), { worker: true, signal: control.signal });
      setTimeout(() => control.abort(), 5);
      const middle = await running.catch((/** @type {any} */ e) => e.name);
      const { thread } = await api.outlineAsync(text, { worker: true });
      return { before, middle, thread };
    }, text);
    assert.deepEqual(found, { before: "AbortError", middle: "AbortError", thread: "worker" });
  }));

test("the inline module fetches nothing but JavaScript", () =>
  withPage(async (page, requests) => {
    const found = await page.evaluate(async (text) => {
      const api = await import(new URL("./inline.js", document.baseURI).href);
      await api.init();
      return api.outline(text);
    }, text);
    assert.deepEqual(found, expected);
    assert.deepEqual(requests.filter((url) => !url.endsWith(".js") && !url.endsWith("/page.html")), []);
  }, { policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" }));

test("without WebAssembly, as in Lockdown Mode, the error says so", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async () => {
      Reflect.deleteProperty(globalThis, "WebAssembly");
      const [api, inline] = await Promise.all(["./index.js", "./inline.js"].map((path) => import(new URL(path, document.baseURI).href)));
      const calls = [api.init(), inline.init(), api.outlineAsync("Good morning.")];
      return (await Promise.allSettled(calls)).map((result) => result.status === "rejected" && result.reason.code);
    });
    assert.deepEqual(found, Array(3).fill("wasm-unavailable"));
  }));

test("a policy that forbids the request is a module that did not load", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async () => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      return api.init().catch((/** @type {any} */ error) => error.code);
    });
    assert.equal(found, "wasm-load");
  }, { policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" }));

test("where Trusted Types forbid the address of a worker, the page makes the outline", () =>
  withPage(async (page) => {
    const result = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      return api.outlineAsync(text, { worker: true });
    }, text);
    assert.deepEqual(result, { outline: expected, thread: "main" });
  }, { policy: `${STRICT}; require-trusted-types-for 'script'` }));

test("a worker starts under Trusted Types if the page's own policy has made its address", () =>
  withPage(async (page) => {
    const result = await page.evaluate(async (text) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const policy = Reflect.get(window, "trustedTypes").createPolicy("own", { createScriptURL: (/** @type {string} */ url) => url });
      return api.outlineAsync(text, { worker: policy.createScriptURL(new URL("./worker.js", document.baseURI).href) });
    }, text);
    assert.deepEqual(result, { outline: expected, thread: "worker" });
  }, { policy: `${STRICT}; require-trusted-types-for 'script'` }));

test("a page in place of the module, and another origin that does not allow it, are a module that did not load", () =>
  withPage(async (page) => {
    const found = await page.evaluate(async (elsewhere) => {
      const api = await import(new URL("./index.js", document.baseURI).href);
      const code = (/** @type {any} */ error) => error.code;
      return [await api.init("./page.html").catch(code), await api.init(elsewhere).catch(code)];
    }, `${host.address.replace("127.0.0.1", "localhost")}dist/speech_outline_bg.wasm`);
    assert.deepEqual(found, ["wasm-load", "wasm-load"]);
  }));

test("from another origin the module loads, and there is no worker", () =>
  withPage(async (page) => {
    const elsewhere = host.address.replace("127.0.0.1", "localhost");
    await page.route(`${elsewhere}**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
    });
    const result = await page.evaluate(async ({ text, elsewhere }) => {
      const api = await import(`${elsewhere}index.js`);
      return api.outlineAsync(text, { worker: true });
    }, { text, elsewhere });
    assert.deepEqual(result, { outline: expected, thread: "main" });
  }));
