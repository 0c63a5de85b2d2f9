// The table of times: a row a call, a column a length.
import { beginning, inventedText, shuffled } from "./text.mjs";

/** Words. `../native/stages.rs` has the first three. */
export const LENGTHS = [2_000, 10_000, 50_000, 500_000];
/** Which of them growth is measured from. */
export const FROM = 1;

const invented = shuffled(inventedText(), 4_000_000);
export const texts = LENGTHS.map((words) => beginning(invented, words));
const sizes = texts.map((text) => Buffer.byteLength(text));

/** @param {string} what */
export function header(what) {
  const words = LENGTHS.map((length) => length.toLocaleString("en").padStart(10) + " ".repeat(9));
  console.log(`\n${what.padEnd(50)}${words.join("")}  growth`);
}

/**
 * A row, with how many times as long as ours each takes, and what a byte of the longest text costs beside one of 10,000
 * words.
 *
 * @param {string} name
 * @param {number[]} times
 * @param {number[]} [ours]
 */
export function row(name, times, ours) {
  const cells = times.map((time, at) => {
    if (Number.isNaN(time)) return "-".padStart(10) + " ".repeat(9);
    const ratio = ours ? `${Number((time / (ours[at] ?? NaN)).toPrecision(2))}×` : "";
    return time.toPrecision(3).padStart(10) + ratio.padStart(9);
  });
  const [first = NaN, last = NaN] = [FROM, LENGTHS.length - 1].map((at) => (times[at] ?? NaN) / (sizes[at] ?? NaN));
  const growth = Number.isNaN(last) ? "" : (last / first).toFixed(2);
  console.log(`${name.padEnd(50)}${cells.join("")}${growth.padStart(8)}`);
}
