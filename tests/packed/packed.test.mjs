// The npm package as it is published: what is in it, and what the linters of packages say.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));

const MAX_UNPACKED_BYTES = 900_000;

/** @type {string} */
let folder;
/** @type {{ filename: string, unpackedSize: number, files: { path: string }[] }} */
let packed;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "speech-outline-packed-"));
  const { stdout } = await execute("npm", ["pack", pkg, "--json", "--pack-destination", folder]);
  [packed] = JSON.parse(stdout);
});

after(() => rm(folder, { recursive: true }));

/** Runs a program of this folder's packages on the tarball. @param {string} name @param {string[]} args */
async function lint(name, ...args) {
  const program = join(here, "node_modules/.bin", name);
  try {
    const { stdout } = await execute(program, [join(folder, packed.filename), ...args], { env: { ...process.env, NO_COLOR: "1" } });
    return stdout;
  } catch (/** @type {any} */ error) {
    return assert.fail(`${name}:\n${error.stdout}${error.stderr}`);
  }
}

test("the package holds the files of files.txt, and no others", async () => {
  const expected = (await readFile(join(here, "files.txt"), "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), expected.sort());
});

test("it is small", () => {
  assert.ok(packed.unpackedSize < MAX_UNPACKED_BYTES, `${packed.unpackedSize} bytes unpacked`);
});

test("publint has nothing to say", async () => {
  assert.match(await lint("publint", "--strict"), /All good!/);
});

test("the types are right for every resolution (attw)", async () => {
  // Ignored: that require() gives an ES module, which Node does since 20.19, the oldest that the package supports.
  // A style sheet has no types.
  const said = await lint("attw", "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", "element.css");
  assert.match(said, /"speech-outline\/inline"/);
});

test("every export and every side effect is a file of the package", async () => {
  const { exports, sideEffects } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  /** @param {string | object} target @returns {string[]} */
  const targets = (target) => (typeof target === "string" ? [target] : Object.values(target).flatMap(targets));
  const files = new Set(packed.files.map(({ path }) => `./${path}`));
  assert.deepEqual([...targets(exports), ...sideEffects].filter((path) => !files.has(path)), []);
});

test("the licences are those of the repository", async () => {
  const licences = (await readdir(pkg)).filter((name) => name.startsWith("LICENSE"));
  assert.equal(licences.length, 2);
  for (const name of licences) {
    assert.equal(await readFile(join(pkg, name), "utf8"), await readFile(join(pkg, "..", name), "utf8"));
  }
});
