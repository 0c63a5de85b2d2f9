// What does not depend on how busy the machine is. Speed: `cargo xtask lighthouse`.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DEVICES, examine, points, shortcomings } from "./examine.mjs";

for (const device of DEVICES) {
  test(`Lighthouse gives accessibility and best practices 100 points on a ${device}`, async () => {
    const report = await examine(device, ["accessibility", "best-practices"]);
    assert.deepEqual(shortcomings(report), []);
    assert.deepEqual(points(report), { accessibility: 100, "best-practices": 100 });
  });
}
