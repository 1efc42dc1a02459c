import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataDirInUseError } from "./data-dir-lock";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { queryOnce } from "./testing/app-process";

let dataDir: string;
let running: EmbeddedDatabase[];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "occupancy-embedded-"));
  running = [];
});

afterEach(async () => {
  for (const database of running) await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir: folder, log: () => undefined });
  running.push(database);
  return database;
}

const mode = (file: string) => statSync(file).mode & 0o777;
const inFolder = (name: string) => path.join(dataDir, "postgres", name);

describe("an embedded database", () => {
  it("gives the app a database of its own under a role without special rights", async () => {
    const { url } = await start();
    const rows = await queryOnce(
      url,
      `SELECT current_user AS role, current_database() AS database, rolsuper, rolcreatedb,
              pg_get_userbyid(datdba) AS owner
         FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(rows).toEqual([
      { role: "occupancy", database: "occupancy", rolsuper: false, rolcreatedb: false, owner: "occupancy" },
    ]);
  });

  it("keeps every acknowledged commit, listens on loopback alone and asks for the password", async () => {
    const { url, superuserUrl } = await start();
    const settings = await queryOnce<{ name: string; setting: string }>(
      superuserUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN
       ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories', 'TimeZone', 'data_checksums')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: "UTC",
      data_checksums: "on",
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "127.0.0.1",
      synchronous_commit: "on",
      unix_socket_directories: "",
    });
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(queryOnce(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  });

  it("lets nobody else read its folder and its passwords", async () => {
    await start();
    expect(mode(path.join(dataDir, "postgres"))).toBe(0o700);
    expect(mode(inFolder("credentials.json"))).toBe(0o600);
    expect(mode(inFolder("cluster"))).toBe(0o700);
    expect(mode(inFolder("server.log"))).toBe(0o600);
  });

  it("has the extensions the schema needs, installable by the app's role", async () => {
    const { url } = await start();
    await queryOnce(url, "CREATE EXTENSION btree_gist");
    await queryOnce(url, "CREATE EXTENSION pg_trgm");
    expect(await queryOnce(url, "SELECT similarity('Atrium', 'atrium') AS alike")).toEqual([{ alike: 1 }]);
  });

  // Retried: between two starts the port may be given to anything on this machine.
  it("comes back with its data and on the same port", { retry: 3 }, async () => {
    const first = await start();
    await queryOnce(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await queryOnce(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("takes another port when its own is taken", { retry: 3 }, async () => {
    const first = await start();
    await first.stop();
    const squatter = net.createServer();
    await new Promise<void>((resolve) => squatter.listen(Number(new URL(first.url).port), "127.0.0.1", resolve));
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      expect(await queryOnce(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });

  it("refuses a second start on the folder and says who holds it", async () => {
    const first = await start();
    const second = start();
    await expect(second).rejects.toBeInstanceOf(DataDirInUseError);
    await expect(second).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${process.pid}. Stop that process first`,
    );
    expect(await queryOnce(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("starts over a stale postmaster.pid whose process id now belongs to somebody else", async () => {
    await (await start()).stop();
    writeFileSync(inFolder("cluster/postmaster.pid"), `${process.pid}\n${inFolder("cluster")}\n1\n5432\n`);
    const { url } = await start();
    expect(await queryOnce(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("explains a server that does not start, and releases the folder", async () => {
    await (await start()).stop();
    const versionFile = inFolder("cluster/PG_VERSION");
    const version = readFileSync(versionFile, "utf8");
    writeFileSync(versionFile, "9.6\n");
    await expect(start()).rejects.toThrow(/PostgreSQL did not start: .*initialized by PostgreSQL version 9\.6/s);
    writeFileSync(versionFile, version);
    const { url } = await start();
    expect(await queryOnce(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("says at once that its passwords do not fit, and stops what it started", async () => {
    await (await start()).stop();
    const file = inFolder("credentials.json");
    const credentials = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify({ superuserPassword: "wrong", appPassword: "wrong" }));
    await expect(start()).rejects.toThrow("password authentication failed");
    expect(existsSync(inFolder("cluster/postmaster.pid"))).toBe(false);
    writeFileSync(file, credentials);
    const { url } = await start();
    expect(await queryOnce(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("runs a copy beside the original, also one that changed hands", async () => {
    const original = await start();
    await queryOnce(original.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await original.stop();
    const copyDir = path.join(dataDir, "copy");
    cpSync(path.join(dataDir, "postgres"), path.join(copyDir, "postgres"), { recursive: true });
    const [again, copy] = await Promise.all([start(), start(copyDir)]);
    await queryOnce(copy.url, "DROP TABLE kept");
    expect(await queryOnce(again.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("leaves nothing running after stop, however often it is called", async () => {
    const database = await start();
    await Promise.all([database.stop(), database.stop()]);
    expect(existsSync(inFolder("cluster/postmaster.pid"))).toBe(false);
    await expect(queryOnce(database.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });
});
