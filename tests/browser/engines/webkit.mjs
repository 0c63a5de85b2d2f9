// WebKit as Debian builds it for GTK: its small browser, on a screen that nobody sees, by WebDriver.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { session } from "./webdriver.mjs";

/** @import { Engine, Tab } from "./tab.mjs" */

/** @type {Engine} */
export const webkit = {
  name: "WebKit",
  async start({ downloads, proxy }) {
    const home = await mkdtemp(join(tmpdir(), "webkit-"));
    await mkdir(join(home, ".config"));
    await writeFile(join(home, ".config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const screen = start(process.env.XVFB ?? "Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    const display = await firstLine(screen.child);
    const environment = {
      DISPLAY: `:${display}`,
      GDK_BACKEND: "x11",
      // No desktop to ask: each of these would be waited for.
      DBUS_SESSION_BUS_ADDRESS: "disabled:",
      GSETTINGS_BACKEND: "memory",
      GTK_IM_MODULE: "gtk-im-context-simple",
      NO_AT_BRIDGE: "1",
      HOME: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      LIBGL_ALWAYS_SOFTWARE: "1",
      // The sandbox needs privileges that a container does not give. The pages are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    };
    const capabilities = {
      "webkitgtk:browserOptions": { binary: await miniBrowser(), args: ["--automation"] },
      proxy: { proxyType: "manual", httpProxy: `127.0.0.1:${proxy}`, sslProxy: `127.0.0.1:${proxy}`, noProxy: ["127.0.0.1"] },
      timeouts: { script: 120_000 },
    };
    /** @type {Awaited<ReturnType<typeof launch>> | undefined} */
    let running;
    return {
      downloads,
      // One browser does for all: to start one takes longer than most scenarios. One that no longer answers is replaced.
      async open() {
        const answers = await running?.session.goto("about:blank").then(() => true, running.stop);
        if (!running || !answers) running = await launch(environment, capabilities);
        return watched(running.session);
      },
      async close() {
        await running?.session.close();
        running?.stop();
        screen.stop();
        await rm(home, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

/** @param {NodeJS.ProcessEnv} environment @param {object} capabilities */
async function launch(environment, capabilities) {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const { stop } = start(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", [`--port=${port}`], environment);
    try {
      return { session: await session(`http://127.0.0.1:${port}`, capabilities), stop };
    } catch (error) {
      // On a busy machine the driver now and then does not see that its browser has started.
      stop();
      if (tries === 4) throw error;
    }
  }
}

/**
 * WebDriver hands over nothing of the console, and WebKit prints nothing of it where a session leaves no traces: so what
 * goes wrong is collected in the page, from when it has loaded.
 * @param {import("./webdriver.mjs").Session} session
 * @returns {Promise<Tab>}
 */
async function watched(session) {
  await session.resize(1280, 800);
  /** @type {string[]} */
  const faults = [];
  const collect = async () => void faults.push(...(await session.run(() => /** @type {{ faults?: string[] }} */ (globalThis).faults?.splice(0) ?? [])));
  const watch = () =>
    session.run(() => {
      /** @type {string[]} */
      const faults = [];
      addEventListener("error", ({ message }) => faults.push(message));
      addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => faults.push(`${effectiveDirective}: ${blockedURI}`));
      for (const level of /** @type {const} */ (["error", "warn"])) console[level] = (...all) => faults.push(all.join(" "));
      Object.assign(globalThis, { faults });
    });
  return {
    ...session,
    async goto(address) {
      await collect();
      await session.goto(address);
      await watch();
    },
    async reload() {
      await collect();
      await session.reload();
      await watch();
    },
    async faults() {
      await collect();
      return faults;
    },
    close: collect,
  };
}

/** Debian keeps the browser beside the library, in a folder with the version of its interface. */
async function miniBrowser() {
  if (process.env.MINI_BROWSER) return process.env.MINI_BROWSER;
  for (const architecture of await readdir("/usr/lib")) {
    if (!architecture.endsWith("-linux-gnu")) continue;
    const folder = `/usr/lib/${architecture}`;
    const version = (await readdir(folder)).filter((name) => name.startsWith("webkit2gtk-") || name.startsWith("webkitgtk-")).sort().at(-1);
    if (version) return join(folder, version, "MiniBrowser");
  }
  throw new Error("MiniBrowser is missing; install it with: sudo apt-get install webkit2gtk-driver");
}

/**
 * Starts a program that ends together with all that it has started, at the latest when the tests do.
 * @param {string} program
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} [environment]
 */
function start(program, options, environment) {
  const child = spawn(program, options, { detached: true, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...environment } });
  const stop = () => {
    process.off("exit", stop);
    child.stdout.destroy();
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended of itself.
    }
  };
  process.on("exit", stop);
  return { child, stop };
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<string>} */
const firstLine = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout?.once("data", (data) => resolve(String(data).trim()));
  });

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
