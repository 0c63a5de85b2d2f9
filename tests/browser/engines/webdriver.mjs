// The few commands of W3C WebDriver that the scenarios need. https://www.w3.org/TR/webdriver2/

import { KEYS } from "./tab.mjs";

/** @import { Tab } from "./tab.mjs" */

/** The key under which WebDriver hands over an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** @typedef {Omit<Tab, "faults"> & { resize(width: number, height: number): Promise<unknown> }} Session */

/**
 * @param {string} driver the driver's address
 * @param {object} capabilities
 * @returns {Promise<Session>}
 */
export async function session(driver, capabilities) {
  await ready(driver);
  const { sessionId } = await send(driver, "POST", "/session", { capabilities: { alwaysMatch: capabilities } }, 10_000);
  const at = `${driver}/session/${sessionId}`;
  /** @param {string} path @param {object} [body] */
  const post = (path, body = {}) => send(at, "POST", path, body);
  /** @param {string} selector @returns {Promise<string>} the path of the first such element that can be seen, or of the first of all */
  const find = async (selector) => {
    const all = await post("/elements", { using: "css selector", value: selector });
    for (const { [ELEMENT]: id } of all) {
      if (await send(at, "GET", `/element/${id}/displayed`)) return `/element/${id}`;
    }
    if (all.length === 0) throw new Error(`there is no ${selector}`);
    return `/element/${all[0][ELEMENT]}`;
  };
  return {
    resize: (width, height) => post("/window/rect", { width, height }),
    goto: (url) => post("/url", { url }),
    reload: () => post("/refresh"),
    async run(/** @type {Function} */ work, /** @type {unknown} */ input = null) {
      const { error, value } = await post("/execute/async", {
        script: `const [input, done] = arguments;
          new Promise((resolve) => resolve((${work})(input))).then((value) => done({ value }), (error) => done({ error: String(error) + error?.stack }));`,
        args: [input],
      });
      if (error) throw new Error(error);
      return value;
    },
    async click(selector) {
      // What is still moving cannot be clicked yet.
      for (let tries = 0; ; tries += 1) {
        try {
          return await post(`${await find(selector)}/click`);
        } catch (error) {
          if (tries === 20 || !/not interactable|intercepted/.test(String(error))) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    press(key, modifier) {
      const keys = [modifier, key].filter((key) => key !== undefined).map((key) => (key in KEYS ? KEYS[/** @type {keyof typeof KEYS} */ (key)] : key));
      const actions = [...keys.map((value) => ({ type: "keyDown", value })), ...keys.reverse().map((value) => ({ type: "keyUp", value }))];
      return post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    choose: async (selector, file) => post(`${await find(selector)}/value`, { text: file }),
    close: () => send(at, "DELETE", ""),
  };
}

/**
 * @param {string} at
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {number} [milliseconds] how long the answer may take
 * @returns {Promise<any>}
 */
async function send(at, method, path, body, milliseconds = 60_000) {
  const response = await fetch(at + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(milliseconds) }).catch((error) => {
    throw new Error(`${path} ${JSON.stringify(body)}: ${error}`);
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver answers. @param {string} driver */
async function ready(driver) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send(driver, "GET", "/status");
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
