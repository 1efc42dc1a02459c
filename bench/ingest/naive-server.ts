import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_DIR, WEBHOOK_KEY } from "../app-under-test";

const APP_DIR = path.join(PROJECT_DIR, "bench/naive-app");
const NEXT = path.join(PROJECT_DIR, "node_modules/next/dist/bin/next");

export interface NaiveServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The naive way, built and started like any Next app. */
export async function startNaiveServer(port: number, databaseUrl: string): Promise<NaiveServer> {
  if (needsBuild()) await build();
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl,
    BUTLR_WEBHOOK_KEY: WEBHOOK_KEY,
  };
  const child = spawn(process.execPath, [NEXT, "start", APP_DIR, "-p", String(port)], { env, stdio: "ignore" });
  process.once("exit", () => child.kill("SIGKILL"));
  const ended = once(child, "exit");
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error("The naive app did not start");
    await sleep(50);
  }
  return {
    port,
    pid: child.pid ?? -1,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function needsBuild(): boolean {
  const buildId = path.join(APP_DIR, ".next/BUILD_ID");
  const route = path.join(APP_DIR, "app/api/naive/route.ts");
  return !existsSync(buildId) || statSync(route).mtimeMs > statSync(buildId).mtimeMs;
}

async function build(): Promise<void> {
  console.log("building the naive app …");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [NEXT, "build", APP_DIR], { env, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The naive app did not build");
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/naive`, { method: "POST" }).then(
    (answer) => answer.status === 401,
    () => false,
  );
