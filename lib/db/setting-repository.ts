import "server-only";
import type { SettingName, Settings } from "@/lib/core/setting";
import type { Database } from "./database";

/** Sets it for the whole installation. */
export async function writeSetting<N extends SettingName>(name: N, value: Settings[N], db: Database): Promise<void> {
  await db.read.query(
    `INSERT INTO setting (name, value, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [name, JSON.stringify(value)],
  );
}
