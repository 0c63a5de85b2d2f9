// @ts-check
/**
 * Unpacks deflated bytes, and stops where they unpack to more than a limit.
 * @param {Uint8Array<ArrayBuffer>} data
 * @param {number} limit in bytes
 * @throws {RangeError} beyond the limit; `TypeError` if the data is damaged
 */
export async function inflated(data, limit) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.length;
    if (length > limit) {
      void reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    parts.push(value);
  }
}
