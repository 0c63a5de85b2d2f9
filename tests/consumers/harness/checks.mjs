// The ways to get at what a consumer has made: printed, left on a page, or answered by a server.

import assert from "node:assert/strict";
import { join } from "node:path";

import { outline } from "speech-outline";

import { launch } from "../../browser/browser.mjs";
import { serve } from "../../browser/server.mjs";
import { listen, run } from "./process.mjs";
import { text } from "./project.mjs";

/**
 * What a consumer has made, by the way it took: all must be the same outline.
 *
 * @typedef {Record<string, unknown>} Made
 * @typedef {(folder: string) => Promise<Made>} Check
 */

/**
 * The last of the scripts prints an outline as JSON.
 *
 * @param {string[]} scripts
 * @returns {Check}
 */
export const prints = (...scripts) => async (folder) => {
  let printed = "";
  for (const script of scripts) printed = await run(folder, script);
  return { printed: JSON.parse(printed) };
};

/**
 * The script prints a line for each section.
 *
 * @param {string} script
 * @returns {Check}
 */
export const lists = (script) => async (folder) => {
  const lines = outline(text).sections.map(({ kind, title }) => `${kind}: ${title}\n`);
  assert.equal(await run(folder, script), lines.join(""));
  return {};
};

/**
 * The script prints a bundle in which nothing is left of the package, since nothing of it is used.
 *
 * @param {string} script
 * @returns {Check}
 */
export const drops = (script) => async (folder) => {
  const left = (await run(folder, script)).replace(/^\/\/.*$/gm, "").trim();
  assert.equal(left, "");
  return {};
};

/**
 * The script builds a page, which a plain static host serves.
 *
 * @param {string} script
 * @param {string} [inside] the folder with the page
 * @param {string} [path] where the host serves it; default: in a sub-path
 * @returns {Check}
 */
export const builds = (script, inside = "", path = undefined) => async (folder) => {
  await run(folder, script);
  const host = await serve(join(folder, inside), path);
  try {
    return await visit(host.address);
  } finally {
    host.close();
  }
};

/**
 * The script is a server: at `page` there is a page, at `file` an outline, and `answer` answers a transcript with its
 * outline.
 *
 * @param {string} script
 * @param {{ page?: string, file?: string, answer?: string }} paths
 * @param {string} [build] a script that runs before
 * @returns {Check}
 */
export const serves = (script, { page, file, answer }, build) => async (folder) => {
  if (build) await run(folder, build);
  const { address, close } = await listen(folder, script);
  try {
    return {
      ...(page === undefined ? {} : await visit(address + page)),
      ...(file === undefined ? {} : { file: await ask(address + file) }),
      ...(answer === undefined ? {} : { answer: await ask(address + answer, { method: "POST", body: text }) }),
    };
  } finally {
    close();
  }
};

/**
 * @param {string} address
 * @param {RequestInit} [request]
 */
async function ask(address, request) {
  const response = await fetch(address, request);
  if (!response.ok) throw new Error(`${response.status} for ${address}: ${await response.text()}`);
  return response.json();
}

/** @type {ReturnType<typeof launch> | undefined} */
let browser;

/**
 * Opens a page that makes outlines of the global `transcript` and leaves them in the global `made`, with no error on its
 * console and one copy of the module.
 *
 * @param {string} address
 * @returns {Promise<Made>}
 */
async function visit(address) {
  browser ??= launch();
  const page = await (await browser).newPage();
  page.setDefaultTimeout(120_000);
  /** @type {string[]} */
  const said = [];
  page.on("console", (entry) => {
    if (entry.type() === "error" && !entry.location().url.endsWith("/favicon.ico")) said.push(entry.text());
  });
  page.on("pageerror", (error) => said.push(String(error.stack)));
  /** The addresses of modules. @type {Set<string>} */
  const modules = new Set();
  page.on("response", (response) => {
    const url = response.url();
    if (!response.ok() && !url.endsWith("/favicon.ico")) said.push(`${response.status()} for ${url}`);
    if (url.includes(".wasm")) modules.add(url);
  });
  await page.addInitScript((text) => Object.assign(globalThis, { transcript: text }), text);
  try {
    await page.goto(address);
    const made = await page.waitForFunction(() => Reflect.get(globalThis, "made"));
    assert.deepEqual(said, []);
    assert.equal(modules.size, 1, `one module is enough: ${[...modules].join(", ")}`);
    return /** @type {Made} */ (await made.jsonValue());
  } catch (error) {
    throw new Error([String(error), ...said].join("\n"));
  } finally {
    await page.close();
  }
}

/** Closes what the checks share. */
export async function close() {
  await (await browser)?.close();
}
