import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildApp, needsBuild } from "@/lib/demo/build-app";
import { SECRETS } from "./signed-event-bytes";

export const PROJECT_DIR = path.join(import.meta.dirname, "..");
export const WEBHOOK_KEY = "bench-webhook-key";
export const WEBHOOK_PATH = "/api/webhooks/butlr";
const ADMIN = { email: "bench@example.com", password: "bench-password-4711" };
const NEXT = path.join(PROJECT_DIR, "node_modules/next/dist/bin/next");

export interface AppOptions {
  readonly port: number;
  /** DATA_DIR for an embedded database, or DATABASE_URL. */
  readonly database: { DATA_DIR: string } | { DATABASE_URL: string };
  readonly logFile: string;
  /** Plain `next start`: the same build without our server in front of it. */
  readonly plainNext?: boolean;
}

export interface App {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  ready(withinMs?: number): Promise<void>;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** The production build; made when there is none or it is older than its sources. */
export async function buildWhenNeeded(): Promise<void> {
  if (!needsBuild(PROJECT_DIR)) return;
  console.log("building the app …");
  await buildApp(PROJECT_DIR, new AbortController().signal);
}

/** The real server as a child process. */
export function startApp(options: AppOptions): App {
  const log = openSync(options.logFile, "a", 0o600);
  const args = options.plainNext ? [NEXT, "start", "-p", String(options.port)] : ["server.ts"];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...settings(options), ...options.database },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  endWithUs(child);
  const url = `http://127.0.0.1:${options.port}`;
  return {
    url,
    port: options.port,
    pid: child.pid ?? -1,
    ready: (withinMs = 30_000) => untilReady(url, child, options.logFile, withinMs),
    kill: (signal) => kill(child, signal),
  };
}

const settings = ({ port }: AppOptions) => ({
  NODE_ENV: "production" as const,
  PORT: String(port),
  LOG_LEVEL: "warn",
  BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
  BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
  BUTLR_WEBHOOK_KEY: WEBHOOK_KEY,
  DT_SIGNATURE_SECRET: SECRETS.disruptive,
  ZOOM_WEBHOOK_SECRET_TOKEN: SECRETS.zoom,
});

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

function endWithUs(child: ChildProcess): void {
  children.add(child);
  child.once("exit", () => children.delete(child));
}

async function untilReady(url: string, child: ChildProcess, logFile: string, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(20);
  }
  const lastWords = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-20).join("\n");
  throw new Error(`The app at ${url} was not ready in time. Its last words:\n${lastWords}`);
}

async function kill(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** Signs the bootstrap admin in and answers the cookie. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
