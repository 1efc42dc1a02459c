import pg from "pg";
import { clusterName, endLeftovers } from "./cluster-processes";
import { createClusterIfMissing } from "./create-cluster";
import { lockDataDir } from "./data-dir-lock";
import { rememberedPort } from "./free-port";
import { findPostgresBinaries, type PostgresBinaries } from "./postgres-binaries";
import { spawnPostgresCommand } from "./postgres-command";
import { openPostgresFolder, type PostgresFolder, readCredentials } from "./postgres-folder";
import { defaultSettings, type PostgresSettings, settingArguments } from "./postgres-settings";
import { openServerLog } from "./server-log";
import { type SupervisedServer, superviseServer } from "./supervised-server";

export interface EmbeddedDatabaseOptions {
  dataDir: string;
  log: (message: string) => void;
  /** On top of the defaults; tests trade durability for speed. */
  settings?: PostgresSettings;
}

export interface EmbeddedDatabase {
  readonly url: string;
  /** For tests and developer scripts; the app's own role owns one database and no more. */
  readonly superuserUrl: string;
  /** Stops PostgreSQL and releases the folder. */
  stop(): Promise<void>;
}

/** A durable PostgreSQL of the app's own below the folder, kept running until `stop`. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const folder = openPostgresFolder(options.dataDir);
  const lock = lockDataDir(folder.dataDir, folder.root);
  try {
    const binaries = findPostgresBinaries(folder.root);
    await createClusterIfMissing(folder, binaries, options.log);
    await endLeftovers(folder.clusterDir, options.log);
    const { server, urls } = await startServer(folder, binaries, options);
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= server.stop().finally(lock.release);
      return stopped;
    };
    return { url: urls.app, superuserUrl: urls.superuser, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface RunningServer {
  server: SupervisedServer;
  urls: DatabaseUrls;
}

async function startServer(
  folder: PostgresFolder,
  binaries: PostgresBinaries,
  options: EmbeddedDatabaseOptions,
): Promise<RunningServer> {
  const port = await rememberedPort(folder.portFile);
  const urls = databaseUrls(folder, port);
  const serverLog = openServerLog(folder);
  const settings = {
    ...defaultSettings,
    ...options.settings,
    port: `${port}`,
    cluster_name: clusterName(folder.clusterDir),
  };
  const args = ["-D", folder.clusterDir, ...settingArguments(settings)];
  const command = { binaries, account: folder.account, cwd: folder.root };
  const server = await superviseServer({
    clusterDir: folder.clusterDir,
    spawn: () => spawnPostgresCommand(command, "postgres", args, ["ignore", serverLog.fd, serverLog.fd]),
    probe: () => answers(urls.superuser),
    explain: () => serverLog.tail(),
    log: options.log,
  }).catch((error: unknown) => {
    serverLog.close();
    throw error;
  });
  const stop = () => server.stop().finally(serverLog.close);
  await createAppDatabase(folder, urls.superuser).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { server: { stop }, urls };
}

const appName = "occupancy";

interface DatabaseUrls {
  app: string;
  superuser: string;
}

function databaseUrls(folder: PostgresFolder, port: number): DatabaseUrls {
  const { appPassword, superuserPassword } = readCredentials(folder);
  return {
    app: `postgresql://${appName}:${appPassword}@127.0.0.1:${port}/${appName}`,
    superuser: `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`,
  };
}

async function createAppDatabase(folder: PostgresFolder, superuserUrl: string): Promise<void> {
  const { appPassword } = readCredentials(folder);
  await withClient(superuserUrl, async (client) => {
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [appName]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${appName} LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`);
    }
    const database = await client.query("SELECT FROM pg_database WHERE datname = $1", [appName]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${appName} OWNER ${appName}`);
  });
}

const startingUp = "57P03";

// Refused or reset means not yet; an answer such as a wrong password will not get better.
async function answers(superuserUrl: string): Promise<boolean> {
  try {
    await withClient(superuserUrl, async () => undefined);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code !== startingUp) throw error;
    return false;
  }
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // A server that dies between two queries reports here; the next query fails and tells.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
