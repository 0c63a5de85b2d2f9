// After a fault in the module the next call works, however often there was one.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as api from "speech-outline";

const text = "Today I am announcing 3 new ferries – by name. We will buy them in May.";
const expected = api.outline(text);

test("a trap is an InternalError with its cause, and the next call works", () => {
  const trap = new WebAssembly.RuntimeError("unreachable");
  const { encodeInto } = TextEncoder.prototype;
  // Every one of these leaves its stack frame in the instance; some hundreds would fill it if the instance stayed.
  for (let round = 0; round < 2000; round += 1) {
    TextEncoder.prototype.encodeInto = () => {
      throw trap;
    };
    try {
      assert.throws(() => api.outline(text, { format: "plain" }), (error) => {
        assert.ok(error instanceof api.InternalError);
        assert.equal(error.code, "internal");
        assert.equal(error.cause, trap);
        return true;
      });
    } finally {
      TextEncoder.prototype.encodeInto = encodeInto;
    }
  }
  assert.deepEqual(api.outline(text), expected);
});

test("a stack that runs out within the module is one too", () => {
  let failures = 0;
  /** @param {number} depth */
  const descend = (depth) => {
    try {
      descend(depth + 1);
    } catch {
      // Near the end of the stack, at ever more room for the module.
      if (failures > 50) return;
      try {
        api.outline(text);
      } catch {
        failures += 1;
        throw new RangeError("further up");
      }
    }
  };
  descend(0);
  assert.ok(failures > 0);
  assert.deepEqual(api.outline(text), expected);
});
