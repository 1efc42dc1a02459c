import "server-only";
import type { SettingName, Settings } from "@/lib/core/setting";
import type { Database } from "./database";
import type { Readable } from "./place-of";

/** Sets it for the whole installation. */
export async function writeSetting<N extends SettingName>(name: N, value: Settings[N], db: Database): Promise<void> {
  await db.read.query(
    `INSERT INTO setting (name, value, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [name, JSON.stringify(value)],
  );
}

/** A setting of the whole installation; null when it was never set. */
export async function readSetting<N extends SettingName>(name: N, db: Readable): Promise<Settings[N] | null> {
  const { rows } = await db.read.query<{ value: Settings[N] }>("SELECT value FROM setting WHERE name = $1", [name]);
  return rows[0]?.value ?? null;
}
