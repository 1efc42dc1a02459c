import "server-only";
import type { PoolClient } from "pg";
import type { AlertLook } from "@/lib/core/alert-look";

/** Inside a transaction, which then has the row for itself. */
export async function readAlertLook(client: PoolClient, userId: string): Promise<AlertLook | null> {
  const { rows } = await client.query<{ since: Date | null; seen_at: Date }>(
    "SELECT since, seen_at FROM alert_look WHERE user_id = $1 FOR UPDATE",
    [userId],
  );
  const row = rows[0];
  return row ? { since: row.since?.getTime() ?? null, seenAt: row.seen_at.getTime() } : null;
}

/** Inside a transaction. */
export async function writeAlertLook(client: PoolClient, userId: string, { since, seenAt }: AlertLook): Promise<void> {
  await client.query(
    `INSERT INTO alert_look (user_id, since, seen_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET since = excluded.since, seen_at = excluded.seen_at`,
    [userId, since === null ? null : new Date(since), new Date(seenAt)],
  );
}
