import { createServer } from "node:net";

const MOST_TRIES = 100;

/** The first port from `wanted` on that nobody listens on. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + MOST_TRIES; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${wanted} to ${wanted + MOST_TRIES - 1}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    // Without an address both families are asked: "localhost" may lead to either.
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
