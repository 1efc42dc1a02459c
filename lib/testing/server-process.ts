import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "@/lib/realtime/events";

export const ADMIN = { email: "admin@example.com", password: "a-password-for-tests" };
export const BUTLR_KEY = "butlr-key-for-the-tests";

const projectDir = path.resolve(import.meta.dirname, "../..");

/** The built server as a process of its own, as operators run it. Needs `next build`. */
export interface ServerProcess {
  readonly url: string;
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ServerOptions {
  readonly databaseUrl: string;
  /** "next start" serves the documented door only; no sockets, no fast door. */
  readonly entry?: "server" | "next";
  readonly env?: Record<string, string>;
}

export async function startServer({ databaseUrl, entry = "server", env = {} }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const next = path.join(projectDir, "node_modules/next/dist/bin/next");
  const args = entry === "server" ? ["server.ts"] : [next, "start", "-p", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
      BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
      BUTLR_WEBHOOK_KEY: BUTLR_KEY,
      SECRET_KEY: "installation-key-of-the-server-tests",
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const url = `http://localhost:${port}`;
  await ready(child, url, () => output);
  return { url, output: () => output, stop: (signal = "SIGTERM") => stop(child, signal) };
}

async function ready(child: ChildProcess, url: string, output: () => string) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(100);
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Signs in, as the bootstrap admin unless told otherwise; answers the Cookie header. */
export async function signIn(url: string, who = ADMIN, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ email: who.email, password: who.password }),
  });
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

export function openSocket(url: string, headers: Record<string, string>): TestSocket {
  return io(url, {
    path: "/socket.io",
    transports: ["websocket"],
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
}

/** POSTs a Butlr event as Butlr would. */
export async function postButlr(url: string, event: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}/api/webhooks/butlr`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": BUTLR_KEY, ...headers },
    body: JSON.stringify(event),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
