// What the first visit loads from a host that compresses with Brotli, and how long it takes until the outline of the example is
// painted.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

import { launch } from "./browser.mjs";
import { idle, site } from "./harness.mjs";
import { TYPES } from "./server.mjs";

/** @typedef {{ path: string, bytes: number, status: number }} Answer */

/** A host that compresses everything, knows what a browser has already, and counts what it sends. */
async function count() {
  /** @type {Answer[]} */
  const answers = [];
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    const body = packed.get(path) ?? brotliCompressSync(await readFile(join(site, path)).catch(() => ""));
    packed.set(path, body);
    const tag = `"${path} ${body.length}"`;
    const status = request.headers["if-none-match"] === tag ? 304 : 200;
    answers.push({ path, bytes: status === 200 ? body.length : 0, status });
    response.writeHead(status, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-encoding": "br", etag: tag });
    response.end(status === 200 ? body : undefined);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return { answers, address: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`, close: () => server.close() };
}

/** @param {Answer[]} answers */
const bytesOf = (answers) => answers.reduce((sum, { bytes }) => sum + bytes, 0);

for (const serviceWorkers of /** @type {const} */ (["block", "allow"])) {
  test(`the first visit, service worker ${serviceWorkers === "allow" ? "allowed" : "blocked"}: less than 220 KB in all, nothing twice`, async (t) => {
    const [browser, host] = [await launch(), await count()];
    try {
      const context = await browser.newContext({ serviceWorkers });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const slow = await context.newCDPSession(page);
      await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(host.address, { waitUntil: "commit" });
      await page.locator(".note").waitFor();
      const time = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now());
      t.diagnostic(`the outline of the example after ${time.toFixed(0)} ms with the processor slowed four times`);
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")));
      await idle(page);
      const until = [...host.answers];
      t.diagnostic(`${until.length} requests, ${bytesOf(until)} bytes`);
      for (const { path, bytes } of [...until].sort((a, b) => b.bytes - a.bytes).slice(0, 8)) t.diagnostic(`  ${bytes} ${path}`);
      if (serviceWorkers === "block") {
        assert.ok(bytesOf(until) < 220_000, `${bytesOf(until)} bytes`);
        assert.ok(until.length < 65, `${until.length} requests`);
        for (const { path } of until) assert.doesNotMatch(path, /^(?:export\/(?!formats)|strings\/(?!en)|docx|how|link|samples\/(?!press)|speech-outline\/render\/(?!words))/);
        return;
      }
      await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated", null, { timeout: 30_000 });
      await page.waitForTimeout(500);
      const stored = [...host.answers];
      t.diagnostic(`with what is stored for work without a network: ${stored.length} requests, ${bytesOf(stored)} bytes`);
      assert.ok(bytesOf(stored) < 220_000, `${bytesOf(stored)} bytes`);
      const sent = stored.filter(({ status, path }) => status === 200 && path !== "index.html").map(({ path }) => path);
      assert.deepEqual(sent.filter((path, index) => sent.indexOf(path) !== index), [], "nothing is sent twice");
    } finally {
      await browser.close();
      host.close();
    }
  });
}
