// How long calls take.

/** For the rounds of one call at one length, in milliseconds. What cannot be ready in it is not tried. */
const PATIENCE = 10_000;
const ROUNDS = 15;
/** A round repeats a call until it takes so long, in milliseconds. */
const ROUND = 5;
/** How long each call first meets the text that `warm` names, until engines have compiled what they find worth it. */
const WARM_UP = 1_500;

/** The processor time of this program, its other threads included, in milliseconds: other programs disturb it less. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * The median time of a call for each text in milliseconds, `NaN` where it would take too long.
 *
 * @param {(text: string) => unknown} call
 * @param {string[]} texts
 * @param {number} warm the place of the text that the call is warmed up with
 * @param {() => number} clock in milliseconds
 */
export function measure(call, texts, warm, clock = processorTime) {
  const start = clock();
  while (clock() - start < WARM_UP) call(texts[warm] ?? "");
  /** @type {number[]} */
  const medians = [];
  for (const [at, text] of texts.entries()) {
    // At least in proportion to the length.
    const expected = (medians.at(-1) ?? 0) * (text.length / (texts[at - 1]?.length ?? text.length));
    medians.push(expected > PATIENCE || Number.isNaN(expected) ? NaN : medianOf(() => call(text), clock));
  }
  return medians;
}

/**
 * @param {() => unknown} call
 * @param {() => number} clock
 */
function medianOf(call, clock) {
  const times = [];
  const end = clock() + PATIENCE;
  for (let round = 0; round < ROUNDS && clock() < end; round += 1) {
    const start = clock();
    let [calls, taken] = [0, 0];
    while (taken < ROUND) {
      call();
      calls += 1;
      taken = clock() - start;
    }
    times.push(taken / calls);
  }
  return median(times);
}
