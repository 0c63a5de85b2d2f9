// A screenshot with at most 64 colours: a quarter of the bytes, and nobody sees it on a page of text.

import { deflateSync } from "node:zlib";

const COLOURS = 64;

/**
 * @param {import("playwright-core").Page} page decodes the picture
 * @param {Buffer} png
 */
export async function smallPng(page, png) {
  const picture = await page.evaluate(quantised, { bytes: [...png], colours: COLOURS });
  const indices = Buffer.from(picture.indices, "base64");
  const rows = Buffer.alloc((picture.width + 1) * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    indices.copy(rows, y * (picture.width + 1) + 1, y * picture.width, (y + 1) * picture.width);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(picture.palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * The picture's most frequent colours, and for each pixel the nearest of them. Runs in the page.
 * @param {{ bytes: number[], colours: number }} input
 */
async function quantised({ bytes, colours }) {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const parts = (/** @type {number} */ pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const distance = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
    a.reduce((sum, part, index) => sum + (part - (b[index] ?? 0)) ** 2, 0);
  /** @type {number[][]} */
  const palette = [];
  // Frequent colours first, but none so near to another that it would be wasted.
  for (const [pixel] of [...counts].sort(([, a], [, b]) => b - a)) {
    const colour = parts(pixel);
    if (palette.every((known) => distance(known, colour) > 180)) palette.push(colour);
    if (palette.length === colours) break;
  }
  const nearest = new Map([...counts.keys()].map((pixel) => {
    const colour = parts(pixel);
    const best = palette.reduce((best, known, index) => (distance(known, colour) < distance(palette[best] ?? [], colour) ? index : best), 0);
    return [pixel, best];
  }));
  let indices = "";
  for (const pixel of pixels) indices += String.fromCharCode(nearest.get(pixel) ?? 0);
  return { width, height, palette, indices: btoa(indices) };
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** @param {Buffer} bytes */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
