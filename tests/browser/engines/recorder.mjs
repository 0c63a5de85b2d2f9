// A proxy that answers nothing and writes down what it was asked for. A browser that is told to use it asks it for
// everything that is not on this machine, so what stands in the record has tried to leave.

import { createServer } from "node:http";

/**
 * @param {RegExp} [calls] what the browser asks for of itself: not written down
 * @returns {Promise<{ port: number, asked: string[], close: () => void }>}
 */
export async function recorder(calls) {
  /** @type {string[]} */
  const asked = [];
  /** @param {string} [address] */
  const write = (address = "") => {
    if (!calls?.test(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    write(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    write(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
