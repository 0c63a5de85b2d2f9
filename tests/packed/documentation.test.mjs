// The page about embedding says what the consumers do.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const consumers = join(repository, "tests/consumers");
const page = await readFile(join(repository, "docs/embedding.md"), "utf8");

/** The blocks of code that name a file of a consumer, or a consumer whose scripts they quote. */
const blocks = [...page.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, language = "", path = "", code = ""]) => ({ language, path, code }));

test("the code in embedding.md is that of the consumers", async () => {
  assert.ok(blocks.length > 10, `${blocks.length} blocks`);
  for (const { path, code } of blocks.filter(({ language }) => language !== "sh")) {
    const file = await readFile(join(consumers, path), "utf8");
    assert.ok(file.includes(code), `not in ${path}:\n${code}`);
  }
});

test("the commands in embedding.md are those that the consumers run", async () => {
  for (const { path, code } of blocks.filter(({ language }) => language === "sh")) {
    const { scripts } = JSON.parse(await readFile(join(consumers, path, "package.json"), "utf8"));
    const commands = Object.values(scripts).flatMap((script) => script.split(" && "));
    assert.deepEqual(code.trim().split("\n").filter((line) => !commands.includes(line)), [], path);
  }
});

test("no block of code in embedding.md is anything else", () => {
  assert.equal(page.match(/^```\w/gm)?.length, blocks.length);
});

test("every consumer with a configuration of its own is in embedding.md", async () => {
  const folders = (await readdir(consumers, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    const files = await readdir(join(consumers, name));
    for (const file of files.filter((file) => /config\.js$/.test(file))) {
      assert.ok(blocks.some(({ path }) => path === `${name}/${file}`), `${name}/${file}`);
    }
  }
});

test("the versions in embedding.md are those of the consumers", async () => {
  /** Name in the page by package. @type {Record<string, string>} */
  const names = {
    bun: "Bun",
    deno: "Deno",
    esbuild: "esbuild",
    next: "Next.js",
    rollup: "Rollup",
    typescript: "TypeScript",
    vite: "Vite",
    webpack: "webpack",
    wrangler: "wrangler",
  };
  for (const folder of await readdir(consumers)) {
    const file = await readFile(join(consumers, folder, "package.json"), "utf8").catch(() => "{}");
    const { dependencies, devDependencies } = JSON.parse(file);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      const major = /^(0\.)?\d+/.exec(String(version))?.[0];
      if (names[name]) assert.match(page, new RegExp(`${names[name]} ${major}\\b`), folder);
    }
  }
});
