// @ts-check
/**
 * The text of a file: of a Word document the paragraphs; otherwise UTF-8, or UTF-16 with its mark or without, or the old
 * Western code page where it is neither.
 * @param {Blob} file
 */
export async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The signature of a ZIP archive, which is what a Word document is.
  if (`${bytes.subarray(0, 4)}` === "80,75,3,4") return (await import("./docx.js")).textOfWord(bytes);
  const mark = `${bytes[0]}-${bytes[1]}`;
  if (mark === "255-254") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "254-255") return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Text in Western letters is half zeros in UTF-16, and all of them on one side.
 * @param {Uint8Array} bytes
 */
function unmarkedUtf16(bytes) {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs === 0 || bytes.length % 2 === 1) return null;
  let [high, low] = [0, 0];
  for (let index = 0; index < pairs; index += 1) {
    if (bytes[2 * index] === 0) high += 1;
    if (bytes[2 * index + 1] === 0) low += 1;
  }
  if (low > pairs / 2 && high < pairs / 20) return "utf-16le";
  if (high > pairs / 2 && low < pairs / 20) return "utf-16be";
  return null;
}
