import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const projectDir = path.resolve(import.meta.dirname, "../../..");
const script = path.join(import.meta.dirname, "embedded-app.ts");

export interface AppProcess {
  readonly pid: number;
  /** The url, or how the start failed. */
  readonly started: Promise<{ url?: string; error?: string; message?: string }>;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** Our app in a process of its own, under another account when one is given. */
export function launchApp(dataDir: string, account?: { uid: number; gid: number }): AppProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], {
    cwd: projectDir,
    stdio: ["ignore", "pipe", "ignore"],
    ...account,
  });
  return { pid: child.pid ?? -1, started: firstLine(child), kill: (signal) => endProcess(child, signal) };
}

async function firstLine(child: ChildProcess): Promise<{ url?: string }> {
  if (child.stdout === null) throw new Error("no stdout");
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  return {};
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** Asks until the answer is true. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}

/** One query on a connection of its own. */
export async function queryOnce<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function answers(url: string): Promise<boolean> {
  return await queryOnce(url, "SELECT 1").then(
    () => true,
    () => false,
  );
}
