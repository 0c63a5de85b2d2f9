// Makes the consumers' projects: each a copy outside the repository, with its locked packages and the packed tarball.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const consumers = fileURLToPath(new URL("../", import.meta.url));

/** What every consumer outlines. */
export const text = await readFile(join(repository, "www/samples/press-conference.txt"), "utf8");

/**
 * Outside the repository: a tool that looks for packages or a lock file further up must not find ours. What is
 * installed there stays for the next run.
 */
export const workshop = process.env.CONSUMERS ?? join(tmpdir(), `speech-outline-consumers-${digest(repository)}`);

/** No package may need a script of its own to be of use. */
const INSTALL = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const { stdout } = await promisify(execFile)(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd });
  return stdout;
}

/** Packs `pkg/` as `npm publish` does. @returns {Promise<string>} the path of the tarball */
export async function pack() {
  await mkdir(workshop, { recursive: true });
  const [{ filename }] = JSON.parse(
    await npm(["pack", join(repository, "pkg"), "--json", "--pack-destination", workshop], workshop),
  );
  return join(workshop, filename);
}

/**
 * @param {string} name the folder of the consumer
 * @param {string} tarball
 * @returns {Promise<string>} the project's folder
 */
export async function prepare(name, tarball) {
  const [source, folder] = [join(consumers, name), join(workshop, name)];
  await mkdir(folder, { recursive: true });
  // What an earlier run has built must not pass for what this one builds.
  for (const old of await readdir(folder)) {
    if (old !== "node_modules") await rm(join(folder, old), { recursive: true });
  }
  await cp(source, folder, { recursive: true });
  await writeFile(join(folder, "transcript.txt"), text);
  await installLocked(folder);
  await rm(join(folder, "node_modules/speech-outline"), { recursive: true, force: true });
  await npm(["install", "--no-save", ...INSTALL, tarball], folder);
  return folder;
}

/** Installs what the lock file names, unless that is there. @param {string} folder */
async function installLocked(folder) {
  const lock = await readFile(join(folder, "package-lock.json"), "utf8").catch(() => undefined);
  if (lock === undefined) return;
  const stamp = join(folder, "node_modules/.locked");
  if (await readFile(stamp, "utf8").catch(() => "") === digest(lock)) return;
  await npm(["ci", ...INSTALL], folder);
  await writeFile(stamp, digest(lock));
}
