// How much memory the module needs: at most 4 MB, and 12 times the text in UTF-8. What it has had it keeps, so the size
// after a call is the most that it needed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { inventedText, shuffled } from "../../benches/node/text.mjs";

const module = new WebAssembly.Module(readFileSync(new URL("../../pkg/dist/speech_outline_bg.wasm", import.meta.url)));
const invented = inventedText();

for (const size of [100_000, 1_000_000, 5_000_000]) {
  test(`a text of ${size} bytes needs at most 4 MB and 12 times its size`, { timeout: 120_000 }, async () => {
    const text = shuffled(invented, size);
    // A module of its own for each size.
    const glue = await import(`../../pkg/dist/speech_outline.js?${size}`);
    const { memory } = glue.initSync({ module });
    glue.outline(text);
    const [needed, bytes] = [memory.buffer.byteLength, Buffer.byteLength(text)];
    const megabytes = (/** @type {number} */ number) => (number / 2 ** 20).toFixed(1);
    console.log(`${megabytes(bytes)} MB of text: ${megabytes(needed)} MB`);
    assert.ok(needed <= 4 * 2 ** 20 + 12 * bytes, `${megabytes(needed)} MB for ${megabytes(bytes)} MB`);
  });
}
