// The process: Next, with webhooks and sockets in front of it. Imports nothing of ours (docs/adr/0001): Next evaluates
// our modules in its own bundles, and what they have wired is found under one symbol on globalThis.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";

interface Wired {
  fastDoor: (request: IncomingMessage, response: ServerResponse) => boolean;
  realtime: { attach(server: ReturnType<typeof createServer>, options: object): void };
  shutdown: () => Promise<void>;
  peerHeader: string;
  onBooted: () => void;
}

/** Headers by which Next talks to itself; from outside they are never honest. */
const INTERNAL = /^(x-middleware-|x-nextjs-|x-peer-address$|next-action$)/;
const PEER_HEADER = "x-peer-address";
const DRAIN_MS = 20_000;

const dev = process.env.NODE_ENV !== "production";
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "0.0.0.0";

const shared = globalThis as unknown as Record<symbol, Partial<Wired> | undefined>;
const KEY = Symbol.for("occupancy.singletons");
shared[KEY] ??= {};
const store = shared[KEY];
store.peerHeader = PEER_HEADER;

const app = next({ dev, port, hostname: "localhost" });
// prepare() starts instrumentation.ts, which wires the process, but does not wait for it.
const booted = new Promise<void>((resolve) => {
  store.onBooted = resolve;
});
await app.prepare();
await booted;
const wired = store as Wired;
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (!request.url?.startsWith("/")) return void response.writeHead(400).end(); // absolute-form targets are for proxies
  // They would echo what a proxy added, and Next knows neither.
  if (request.method === "TRACE" || request.method === "TRACK") return void response.writeHead(405).end();
  if (wired.fastDoor(request, response)) return;
  for (const name of Object.keys(request.headers)) if (INTERNAL.test(name)) delete request.headers[name];
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  void handle(request, response);
});
server.keepAliveTimeout = 65_000; // longer than the usual load balancer's, so that it never reuses a closed line
server.requestTimeout = 30_000;

wired.realtime.attach(server, { path: "/socket.io", destroyUpgrade: false });
// For every answer, also of sockets, webhooks and probes, which neither Next nor proxy.ts touches.
server.prependListener("request", (_, response) => {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "same-origin");
});
const upgradeNext = app.getUpgradeHandler();
server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  if (request.url?.startsWith("/socket.io/")) return; // socket.io's own listener has it
  if (dev) void upgradeNext(request, socket, head);
  else socket.destroy();
});

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  server.close();
  server.closeIdleConnections();
  await wired.shutdown();
  server.closeAllConnections();
  process.exit(0);
}
process.on("SIGTERM", end);
process.on("SIGINT", end);

server.listen(port, hostname, () => {
  console.log(`Occupancy is at ${process.env.PUBLIC_URL ?? `http://localhost:${port}`}`);
});
