import "server-only";
import type { Pool, PoolClient } from "pg";

/** A message that a summary tells in its place. */
export interface Held {
  readonly id: string;
  readonly alertId: string;
  readonly siteId: number;
  /** From 0; OVER_STEP. */
  readonly step: number;
  /** ms */
  readonly createdAt: number;
  /** A message about the same alert reached them, or will. */
  readonly isTold: boolean;
}

/** What waits for a summary, the oldest first. */
export async function readHeld(client: Pick<Pool, "query">, summaryId: string): Promise<Held[]> {
  const { rows } = await client.query<Held>({
    name: "held-rows",
    text: `SELECT n.id::text AS id, n.alert_id::text AS "alertId", n.site_id AS "siteId", n.step,
             floor(extract(epoch FROM n.created_at) * 1000)::float8 AS "createdAt",
             EXISTS (SELECT 1 FROM notification o WHERE o.alert_id = n.alert_id AND o.round = n.round AND o.target = n.target
               AND o.step >= 0 AND o.status IN ('sent', 'sending')) AS "isTold"
           FROM notification n WHERE n.summary_id = $1 AND n.status = 'held' ORDER BY n.created_at, n.id`,
    values: [summaryId],
  });
  return rows;
}

/** What became of what was held. */
export interface HeldEnd {
  readonly id: string;
  readonly status: "sent" | "failed" | "skipped";
  readonly answer: string | null;
}

/** Inside the transaction that writes what became of the summary. */
export async function endHeld(client: PoolClient, ends: readonly HeldEnd[], at: Date): Promise<void> {
  if (ends.length === 0) return;
  await client.query({
    name: "end-held",
    text: `UPDATE notification n SET status = x.status, answer = x.answer, due_at = $2, ended_at = $2
           FROM json_to_recordset($1::json) AS x(id uuid, status text, answer text) WHERE n.id = x.id AND n.status = 'held'`,
    values: [JSON.stringify(ends), at],
  });
}
