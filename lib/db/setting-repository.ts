import "server-only";
import type { Pool, PoolClient } from "pg";
import type { SettingName, Settings } from "@/lib/core/setting";

/** What is stored, to be parsed; undefined when it was never set. */
export async function readSetting(name: SettingName, client: Pick<Pool, "query">): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>("SELECT value FROM setting WHERE name = $1", [name]);
  return rows[0]?.value;
}

/** Inside a transaction: nobody else changes this setting until it ends. */
export async function lockSetting(client: PoolClient, name: SettingName): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('occupancy.setting ' || $1, 0))", [name]);
}

/** Sets it for the whole installation. */
export async function writeSetting<N extends SettingName>(
  name: N,
  value: Settings[N],
  client: Pool | PoolClient,
): Promise<void> {
  await client.query(
    `INSERT INTO setting (name, value, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [name, JSON.stringify(value)],
  );
}
