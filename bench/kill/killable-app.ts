import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { openPostgresFolder, readCredentials } from "@/lib/postgres/postgres-folder";
import { type App, startApp } from "../app-under-test";

export interface KillableApp {
  readonly url: string;
  start(): void;
  ready(): Promise<void>;
  killApp(): Promise<void>;
  /** Kills the postmaster under the running app and waits until another one is up. */
  killDatabase(): Promise<void>;
  /** A connection of our own, for looking. */
  look<T>(work: (client: Client) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** The app with the database it embeds, on one folder and one port through all its lives. */
export function createKillableApp(dataDir: string, port: number): KillableApp {
  let app: App | null = null;
  const logFile = path.join(dataDir, "app.log");
  const ready = async () => {
    await app?.ready();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    start: () => {
      app = startApp({ port, database: { DATA_DIR: dataDir }, logFile });
    },
    ready,
    killApp: async () => app?.kill("SIGKILL"),
    killDatabase: async () => {
      const before = postmasterPid(dataDir);
      if (before === null) throw new Error("There is no PostgreSQL to kill");
      process.kill(before, "SIGKILL");
      while ((postmasterPid(dataDir) ?? before) === before) await sleep(10);
    },
    look: async (work) => {
      const client = new Client({ connectionString: databaseUrl(dataDir) });
      client.on("error", () => undefined);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    stop: async () => app?.kill("SIGTERM"),
  };
}

function postmasterPid(dataDir: string): number | null {
  const file = path.join(dataDir, "postgres/cluster/postmaster.pid");
  if (!existsSync(file)) return null;
  return Number(readFileSync(file, "utf8").split("\n", 1)[0]) || null;
}

function databaseUrl(dataDir: string): string {
  const folder = openPostgresFolder(dataDir);
  const { appPassword } = readCredentials(folder);
  return `postgresql://occupancy:${appPassword}@127.0.0.1:${readFileSync(folder.portFile, "utf8").trim()}/occupancy`;
}
