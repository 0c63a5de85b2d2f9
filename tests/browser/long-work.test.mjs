// A transcript of 5 MB, and how long it keeps the page from answering. What counts is the processor's time, which does
// not depend on what else the machine does.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { launch } from "./browser.mjs";
import { idle, site } from "./harness.mjs";
import { serve } from "./server.mjs";

/** Milliseconds that no task on the page's own thread may take. */
const LIMIT = 50;

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { name?: string, data?: { url?: string, functionName?: string } } }} TraceEvent */

const turns = Array.from({ length: 22_000 }, (_, n) => {
  const what = n % 40 === 0 ? `Turning to harbour ${n}, we will spend ${n + 1} million dollars on it by 2030.` : `The pilots of harbour ${n} spoke about tides and fog.`;
  return `MR. ${n % 2 ? "ODD" : "EVEN"}: ${what} ${"Nothing else of note was said about the weather, the tide or the boats. ".repeat(2)}`;
});

test(`a transcript of 5 MB keeps the page from answering for less than ${LIMIT} ms at a time`, async (t) => {
  const [browser, host] = [await launch(), await serve(site)];
  const folder = await mkdtemp(join(tmpdir(), "long-"));
  try {
    const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(120_000);
    await writeFile(join(folder, "long.txt"), turns.join("\n\n"));
    await page.goto(host.address);
    await idle(page);
    await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
    // From the disk: a text that the test hands over itself would be a task of its own.
    await page.locator("#file").setInputFiles(join(folder, "long.txt"));
    await page.locator(".passage").first().waitFor();
    await page.locator(".key-points .line").last().evaluate((line) => line instanceof HTMLElement && line.click());
    await page.locator("mark").first().waitFor();
    const { traceEvents: events } = /** @type {{ traceEvents: TraceEvent[] }} */ (JSON.parse(String(await browser.stopTracing())));
    const threads = events.filter(({ ph, args }) => ph === "M" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`);
    const inPage = events.filter(({ ph, pid, tid }) => ph === "X" && threads.includes(`${pid} ${tid}`));
    const tasks = inPage.filter(({ name }) => name === "ThreadControllerImpl::RunTask" || name === "RunTask").sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
    const longest = (tasks[0]?.tdur ?? 0) / 1000;
    assert.ok(longest > 0, "the trace tells of no task");
    for (const { ts, dur = 0, tdur = 0 } of tasks.slice(0, 3)) {
      const parts = inPage.filter((event) => event.ts >= ts && event.ts < ts + dur && (event.tdur ?? 0) > 0.3 * tdur && !event.name.includes("Task"));
      t.diagnostic(`${(tdur / 1000).toFixed(0)} ms: ${[...new Set(parts.map(({ name, args }) => `${name} ${args.data?.functionName ?? ""}`.trim()))].join(", ")}`);
    }
    assert.ok(longest < LIMIT, `the longest task took ${longest.toFixed(0)} ms`);
  } finally {
    await browser.close();
    host.close();
    await rm(folder, { recursive: true });
  }
});
