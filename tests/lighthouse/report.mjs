// `cargo xtask lighthouse`: the points of the page, and what keeps it from 100. Speed is judged by the best of three, for
// a machine that does something else meanwhile is no slow page.

import { DEVICES, examine, points, shortcomings } from "./examine.mjs";

let short = 0;
for (const device of DEVICES) {
  let best = await examine(device, ["performance", "accessibility", "best-practices"]);
  for (let tries = 1; tries < 3 && (points(best).performance ?? 0) < 100; tries += 1) {
    const next = await examine(device, ["performance", "accessibility", "best-practices"]);
    if ((points(next).performance ?? 0) > (points(best).performance ?? 0)) best = next;
  }
  const all = points(best);
  console.log(`${device}: ${Object.entries(all).map(([category, n]) => `${category} ${n}`).join(", ")}`);
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"]) {
    console.log(`  ${best.audits[id]?.title}: ${best.audits[id]?.displayValue}`);
  }
  for (const line of shortcomings(best)) console.log(`  short of 100: ${line}`);
  short += Object.values(all).filter((n) => n < 100).length;
}
process.exit(short > 0 ? 1 : 0);
