// What a scenario may do in an engine: little, so that each engine can be driven by what its own makers offer.

import assert from "node:assert/strict";

/**
 * A page in one engine. `run` takes the function's source into the page: it sees its input and nothing else of the test.
 * @typedef {{
 *   goto(address: string): Promise<unknown>,
 *   reload(): Promise<unknown>,
 *   run<Result>(work: () => Result | Promise<Result>): Promise<Result>,
 *   run<Input, Result>(work: (input: Input) => Result | Promise<Result>, input: Input): Promise<Result>,
 *   click(selector: string): Promise<unknown>,
 *   press(key: Key, modifier?: Key): Promise<unknown>,
 *   choose(selector: string, file: string): Promise<unknown>,
 *   faults(): string[] | Promise<string[]>,
 *   close(): Promise<unknown>,
 * }} Tab
 *
 * A running browser. `downloads` is the folder in which it saves.
 * @typedef {{
 *   downloads: string,
 *   open(): Promise<Tab>,
 *   close(): Promise<unknown>,
 * }} Browser
 *
 * An engine, and what its browser asks for of itself, whatever the page.
 * @typedef {{ name: string, calls?: RegExp, start(options: { downloads: string, proxy: number }): Promise<Browser> }} Engine
 * @typedef {keyof typeof KEYS | "c" | "v" | "z"} Key
 */

/** The keys that have a name, with what WebDriver calls them. */
export const KEYS = /** @type {const} */ ({ Control: "\ue009", Enter: "\ue007", Escape: "\ue00c", ArrowLeft: "\ue012", ArrowRight: "\ue014", Tab: "\ue004" });

/**
 * Waits until `work` gives something true in the page, and hands it over.
 * @template Input, Result
 * @param {Tab} tab
 * @param {(input: Input) => Result} work
 * @param {Input} [input]
 * @param {number} [seconds]
 * @returns {Promise<NonNullable<Result>>}
 */
export async function until(tab, work, input, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await tab.run(work, /** @type {Input} */ (input));
    if (result) return result;
    assert.ok(Date.now() < end, `after ${seconds} s still not: ${work}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until something that the selector names can be seen. @param {Tab} tab @param {string} selector */
export const visible = (tab, selector) => until(tab, (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()), selector);
