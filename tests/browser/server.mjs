// A static host as plain as they come: files of one folder under a sub-path, media types by their ending, no rewriting.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** @type {Record<string, string>} */
export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * @param {string} folder
 * @param {string} [prefix] the sub-path, as on a host that serves many projects
 * @param {{ compress?: boolean }} [options] `compress`: with brotli, as hosts do that compress what they keep
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder, prefix = "/some/project/", { compress = false } = {}) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(prefix) && normalize(path.slice(prefix.length) || "index.html");
    if (!inside || inside.startsWith("..") || inside.startsWith(sep)) return response.writeHead(404).end();
    try {
      const file = await readFile(join(folder, inside.endsWith(sep) ? join(inside, "index.html") : inside));
      const type = TYPES[extname(inside) || ".html"] ?? "application/octet-stream";
      if (!compress || type === "image/png") return response.writeHead(200, { "content-type": type }).end(file);
      const small = compressed.get(inside) ?? brotliCompressSync(file);
      compressed.set(inside, small);
      response.writeHead(200, { "content-type": type, "content-encoding": "br" }).end(small);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { address: `http://127.0.0.1:${port}${prefix}`, close: () => void server.close(() => undefined).closeAllConnections() };
}
