// How long the tasks of a page keep it from answering. What counts is the processor's time, which does not depend on what
// else the machine does; but some processors are slower, and a limit in milliseconds is one for a certain machine.

import assert from "node:assert/strict";

/** @import { Page } from "playwright-core" */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { name?: string, data?: { functionName?: string } } }} TraceEvent */

const TASK = "ThreadControllerImpl::RunTask";

/** What the work of [`pace`] takes, in milliseconds, on the machine that the limits are for. */
const REFERENCE = 9;

/** On a machine that is slower still, the tests may fail. */
const SLOWEST = 4;

/**
 * How many times longer than the machine that the limits are for this one takes for the same work in a page: some
 * JavaScript, style and layout. At least 1, and at most [`SLOWEST`].
 *
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function pace(page) {
  const blank = await page.context().newPage();
  const took = await blank.evaluate(() => {
    const once = () => {
      const start = performance.now();
      const list = document.createElement("ol");
      for (let n = 0; n < 500; n += 1) {
        const line = document.createElement("li");
        line.textContent = [...`The ferry ${n} to Holm`].sort().join(" ");
        list.append(line);
      }
      document.body.append(list);
      void list.offsetHeight;
      list.remove();
      return performance.now() - start;
    };
    return Array.from({ length: 21 }, once).sort((one, other) => one - other)[10] ?? 0;
  });
  await blank.close();
  return Math.min(Math.max(1, took / REFERENCE), SLOWEST);
}

/**
 * The tasks of the page's own thread while something is done, longest first: how many milliseconds the processor works
 * on each, and what takes most of it.
 *
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @param {number} [least] so many tasks there must be: fewer are not those of what is done
 */
export async function tasks(page, act, least = 1) {
  const browser = page.context().browser();
  assert.ok(browser);
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
  await act();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents: events } = JSON.parse(String(await browser.stopTracing()));
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`);
  const inPage = events.filter(({ ph, pid, tid }) => ph === "X" && threads.includes(`${pid} ${tid}`));
  const found = inPage.filter(({ name }) => name === TASK).sort((one, other) => work(other) - work(one));
  const [first] = found;
  assert.ok(found.length >= least && first && work(first) > 0, `the browser tells of ${found.length} tasks`);
  return found.slice(0, 3).map((task) => {
    const parts = inPage.filter((event) => event.ts >= task.ts && event.ts < task.ts + (task.dur ?? 0) && work(event) > 0.3 * work(task) && event.name !== TASK);
    return { took: work(task), parts: [...new Set(parts.map(({ name, args }) => `${name} ${args.data?.functionName ?? ""}`.trim()))] };
  });
}

/** In milliseconds. A system that does not tell the processor's time has the time that passed. @param {TraceEvent} event */
const work = ({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000;
