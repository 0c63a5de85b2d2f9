// The module in Node gives the bytes that native code gives (tests/determinism.rs). Browsers: tests/browser/determinism.test.mjs.
import { test } from "node:test";

import * as api from "speech-outline";

import { assertExpected, calls } from "../determinism/expected.mjs";

test("the module in Node gives the bytes that native code gives", () => {
  assertExpected(calls.map(({ call, text }) => JSON.stringify(api[call](text))));
});
