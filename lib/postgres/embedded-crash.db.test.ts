import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AppProcess, answers, launchApp, queryOnce, until } from "./testing/app-process";

let dataDir: string;
let apps: AppProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "occupancy-crash-"));
  apps = [];
});

afterEach(async () => {
  for (const app of apps) await app.kill("SIGTERM");
  await rm(dataDir, { recursive: true, force: true });
});

function launch(...args: Parameters<typeof launchApp>): AppProcess {
  const app = launchApp(...args);
  apps.push(app);
  return app;
}

async function startedUrl(app: AppProcess): Promise<string> {
  const { url, message } = await app.started;
  if (url === undefined) throw new Error(message ?? "the app ended without a word");
  return url;
}

// It never waits, so its backend does not notice when the postmaster is gone.
const endlessQuery = "DO $$ BEGIN LOOP END LOOP; END $$";
const busyQueries = "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO %'";

const postgresDir = () => path.join(dataDir, "postgres");

function postmasterPid(): number {
  return Number.parseInt(readFileSync(path.join(postgresDir(), "cluster/postmaster.pid"), "utf8"), 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Its port is remembered, but between two starts another test may be given it. */
const withoutPort = (url: string) => url.replace(/:\d+\//, "/");

describe("when the app is killed", () => {
  it("replaces the orphaned server and finds what was committed, not what was open", async () => {
    const first = launch(dataDir);
    const url = await startedUrl(first);
    await queryOnce(url, "CREATE TABLE kept (n int)");
    await queryOnce(url, "INSERT INTO kept VALUES (1)");
    const open = new pg.Client({ connectionString: url });
    open.on("error", () => undefined);
    await open.connect();
    await open.query("BEGIN; INSERT INTO kept VALUES (2)");
    const orphan = postmasterPid();
    await first.kill("SIGKILL");
    expect(isAlive(orphan)).toBe(true);

    const again = await startedUrl(launch(dataDir));
    expect(withoutPort(again)).toBe(withoutPort(url));
    expect(postmasterPid()).not.toBe(orphan);
    expect(await queryOnce(again, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });

  it("recovers when the server was killed with it and its backends linger", async () => {
    const first = launch(dataDir);
    const url = await startedUrl(first);
    await queryOnce(url, "CREATE TABLE kept AS SELECT 1 AS n");
    const busy = queryOnce(url, endlessQuery).catch(() => undefined);
    await until(async () => (await queryOnce(url, busyQueries)).length === 1);
    const postmaster = postmasterPid();
    await first.kill("SIGKILL");
    process.kill(postmaster, "SIGKILL");

    expect(await queryOnce(await startedUrl(launch(dataDir)), "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    await busy;
  });

  it("starts afresh when it was killed in the middle of creating the database", async () => {
    const first = launch(dataDir);
    const halfMade = () =>
      existsSync(postgresDir()) &&
      readdirSync(postgresDir()).some((name) => existsSync(path.join(postgresDir(), name, "cluster/base")));
    await until(halfMade);
    await first.kill("SIGKILL");
    expect(existsSync(path.join(postgresDir(), "cluster"))).toBe(false);

    expect(await answers(await startedUrl(launch(dataDir)))).toBe(true);
  });
});

describe("when the server is killed under a living app", () => {
  it("is back on the same url without a restart, again and again", async () => {
    const url = await startedUrl(launch(dataDir));
    await queryOnce(url, "CREATE TABLE kept AS SELECT 1 AS n");
    for (let round = 0; round < 3; round++) {
      const victim = postmasterPid();
      process.kill(victim, "SIGKILL");
      await until(() => !isAlive(victim));
      await until(() => answers(url));
    }
    expect(await queryOnce(url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });

  it("is back even when a backend is deep in a query and does not notice", async () => {
    const url = await startedUrl(launch(dataDir));
    const busy = queryOnce(url, endlessQuery).catch(() => undefined);
    await until(async () => (await queryOnce(url, busyQueries)).length === 1);
    process.kill(postmasterPid(), "SIGKILL");
    await busy;
    await until(() => answers(url));
    expect(await queryOnce(url, busyQueries)).toEqual([]);
  });
});

describe("two apps on one folder", () => {
  it("lets exactly one of two that start together have it", async () => {
    const both = [launch(dataDir), launch(dataDir)];
    const results = await Promise.all(both.map((app) => app.started));
    const winner = both[results.findIndex(({ url }) => url !== undefined)];
    expect(results.filter(({ url }) => url !== undefined)).toHaveLength(1);
    const loser = results.find(({ error }) => error !== undefined);
    expect(loser?.error).toBe("DataDirInUseError");
    // The winner may not have written its number yet.
    const holder = new RegExp(` is in use by (process ${winner?.pid}|another process)\\.`);
    expect(loser?.message).toMatch(holder);
  });

  it("frees the folder with kill -9 and with SIGTERM", async () => {
    const first = launch(dataDir);
    await startedUrl(first);
    await first.kill("SIGKILL");
    const second = launch(dataDir);
    await startedUrl(second);
    await second.kill("SIGTERM");
    expect(await answers(await startedUrl(launch(dataDir)))).toBe(true);
  });
});

const nobody = { uid: 65_534, gid: 65_534 };

describe.skipIf(process.getuid?.() !== 0)("started by root", () => {
  it("works for an ordinary user too", async () => {
    await chown(dataDir, nobody.uid, nobody.gid);
    expect(await answers(await startedUrl(launch(dataDir, nobody)))).toBe(true);
  });

  it("works in a folder that root alone may enter", async () => {
    const closed = path.join(dataDir, "closed");
    await mkdir(closed);
    await chmod(closed, 0o700);
    expect(await answers(await startedUrl(launch(path.join(closed, "data"))))).toBe(true);
  });

  it("carries on with a folder an ordinary user began", async () => {
    await chown(dataDir, nobody.uid, nobody.gid);
    const first = launch(dataDir, nobody);
    const url = await startedUrl(first);
    await first.kill("SIGTERM");
    const second = launch(dataDir);
    expect(withoutPort(await startedUrl(second))).toBe(withoutPort(url));
    await second.kill("SIGTERM");
    expect(withoutPort(await startedUrl(launch(dataDir, nobody)))).toBe(withoutPort(url));
  });

  it("tells an ordinary user whose folder it is", async () => {
    const first = launch(dataDir);
    await startedUrl(first);
    await first.kill("SIGTERM");
    await chmod(dataDir, 0o755);
    const { message } = await launch(dataDir, { uid: 12_345, gid: 12_345 }).started;
    expect(message).toMatch(/belongs to user id \d+, this process runs as 12345/);
  });
});
