import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export interface AppServerOptions {
  readonly projectDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

export interface AppServer {
  /** Rejects when the server ends without being asked to. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;
const POLL_MS = 100;

/** The production server as a child that ends with us, also when we are killed. */
export function startAppServer({ projectDir, env, logFile }: AppServerOptions): AppServer {
  const log = openSync(logFile, "w", 0o600);
  const args = ["--import", path.join(projectDir, "lib/demo/end-with-parent.mjs"), path.join(projectDir, "server.ts")];
  const child = spawn(process.execPath, args, {
    cwd: projectDir,
    env: { ...process.env, ...env },
    stdio: ["pipe", log, log],
  });
  closeSync(log);
  let stopping = false;
  const ended = once(child, "close");
  const failure = ended.then(([code, signal]) => {
    if (stopping) return new Promise<never>(() => undefined);
    throw new Error(`The server ended (${signal ?? code}). Its last words, from ${logFile}:\n${lastLines(logFile)}`);
  });
  failure.catch(() => undefined);
  return {
    failure,
    async stop() {
      stopping = true;
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(killer);
    },
  };
}

/** Waits until the server says that it can work. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  const readyz = new URL("/readyz", url);
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(readyz, { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(POLL_MS);
  }
}

const lastLines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n").slice(-20).join("\n");
