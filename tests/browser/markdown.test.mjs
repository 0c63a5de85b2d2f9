// The copy button, and that page and command line write the same Markdown.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { outlined, paste, site, withPage } from "./harness.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

for (const file of ["press-conference.txt", "briefing.txt", "council.vtt"]) {
  test(`${file}: the page copies the Markdown that the command line prints`, async () => {
    const text = await readFile(`${site}/samples/${file}`, "utf8");
    const command = ["run", "--quiet", "--example", "outline", "--", "--markdown", `${site}/samples/${file}`];
    const { stdout } = await run("cargo", command, { cwd: root, maxBuffer: 1 << 24 });
    await withPage(
      async (page) => {
        await paste(page, text);
        await outlined(page);
        await page.locator("#copy").click();
        await page.locator("#copy", { hasText: "Copied" }).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied.trimEnd(), stdout.trimEnd());
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });
}

test("what the transcript says cannot become markup", () =>
  withPage(async (page) => {
    const escaped = await page.evaluate(async () => {
      const { escapeMarkdown } = await import(new URL("./speech-outline/render/markdown.js", document.baseURI).href);
      return ["![x](javascript:alert(1))", "1986. A year", "- we said", "# A\n# B", "> $4 for R&D", "&lt;b&gt;", "a\0b", "+"].map(escapeMarkdown);
    });
    assert.deepEqual(escaped, [
      "!\\[x\\](javascript:alert(1))",
      "1986\\. A year",
      "\\- we said",
      "\\# A # B",
      "\\> $4 for R&D",
      "\\&lt;b\\&gt;",
      "a\ufffdb",
      "\\+",
    ]);
  }));
