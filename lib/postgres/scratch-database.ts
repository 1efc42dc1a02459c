import { randomBytes } from "node:crypto";
import pg from "pg";

export interface ScratchDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own on a server where the url's role may make one. */
export async function createScratchDatabase(
  serverUrl: string,
  options: { template?: string; owner?: string } = {},
): Promise<ScratchDatabase> {
  const { template = "template1", owner = new URL(serverUrl).username } = options;
  const name = `scratch_${randomBytes(8).toString("hex")}`;
  const from = pg.escapeIdentifier(template);
  await execute(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${from} OWNER ${pg.escapeIdentifier(owner)}`);
  return {
    name,
    url: databaseUrl(serverUrl, name),
    drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The same server and role, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
