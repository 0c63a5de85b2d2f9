// The module in every engine gives the bytes that native code gives (tests/determinism.rs).
import { tmpdir } from "node:os";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertExpected, calls } from "../determinism/expected.mjs";
import { engines } from "./engines/index.mjs";
import { recorder } from "./engines/recorder.mjs";
import { serve } from "./server.mjs";

/** @import { Call } from "../determinism/expected.mjs" */

const site = process.env.SITE ?? fileURLToPath(new URL("../../target/site", import.meta.url));

for (const engine of engines) {
  test(`the module in ${engine.name} gives the bytes that native code gives`, async () => {
    const [host, proxy] = await Promise.all([serve(site), recorder(engine.calls)]);
    const browser = await engine.start({ downloads: tmpdir(), proxy: proxy.port });
    try {
      const tab = await browser.open();
      await tab.goto(`${host.address}samples/briefing.txt`);
      assertExpected(await tab.run(resultsOf, { address: `${host.address}speech-outline/index.js`, calls }));
    } finally {
      await browser.close();
      proxy.close();
      host.close();
    }
  });
}

/**
 * Runs in the page.
 *
 * @param {{ address: string, calls: Call[] }} work
 * @returns {Promise<string[]>}
 */
async function resultsOf({ address, calls }) {
  const api = await import(address);
  await api.init();
  return calls.map(({ call, text }) => JSON.stringify(api[call](text)));
}
