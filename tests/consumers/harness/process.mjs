// Runs the scripts of a consumer's package.json, as `npm run` does.

import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** How long a script may take, in milliseconds. */
const PATIENCE = 600_000;

/** No tool asks, counts its users, or looks for a newer version of itself. */
const QUIET = {
  CI: "1",
  NO_COLOR: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  DENO_NO_UPDATE_CHECK: "1",
  DO_NOT_TRACK: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/**
 * Runs a script to its end and gives what it printed.
 *
 * @param {string} folder
 * @param {string} name
 */
export async function run(folder, name) {
  const { child, output } = await start(folder, name);
  const timer = setTimeout(() => stop(child), PATIENCE);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  if (code !== 0) throw new Error(`\`${name}\` ended with ${code}:\n${output.all.trim()}`);
  return output.printed;
}

/**
 * Starts a server and waits until it says at which address it listens.
 *
 * @param {string} folder
 * @param {string} name
 */
export async function listen(folder, name) {
  const { child, output } = await start(folder, name);
  let ended = false;
  child.once("close", () => (ended = true));
  for (const until = Date.now() + PATIENCE; Date.now() < until && !ended;) {
    const port = /https?:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output.all)?.[1];
    if (port) return { address: `http://localhost:${port}/`, close: () => stop(child), output };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  stop(child);
  throw new Error(`\`${name}\` never said where it listens:\n${output.all.trim()}`);
}

/** @param {import("node:child_process").ChildProcess} child */
function stop(child) {
  // A script starts programs of its own: all of its process group ends.
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function start(folder, name) {
  const script = JSON.parse(await readFile(join(folder, "package.json"), "utf8")).scripts[name];
  if (typeof script !== "string") throw new Error(`package.json has no script ${name}`);
  const PATH = [...await programs(folder), process.env.PATH].join(delimiter);
  const child = spawn(script, {
    cwd: folder,
    shell: true,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...QUIET, PATH },
  });
  const output = { printed: "", all: "" };
  child.stdout.on("data", (data) => {
    output.printed += data;
    output.all += data;
  });
  child.stderr.on("data", (data) => (output.all += data));
  return { child, output };
}

/**
 * Where a script finds programs. Bun's own link to its program is made by an install script, and none is run here: the
 * package of the platform has the program itself.
 *
 * @param {string} folder
 */
async function programs(folder) {
  const modules = join(folder, "node_modules");
  const platforms = await readdir(join(modules, "@oven")).catch(() => []);
  return [...platforms.map((name) => join(modules, "@oven", name, "bin")), join(modules, ".bin")];
}
