import "server-only";
import type { PoolClient } from "pg";
import { type CleanUp, keptFrom, type StorageClass } from "@/lib/core/storage";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { writeSetting } from "@/lib/db/setting-repository";
import { partitionsOf, readRetention } from "@/lib/db/storage-repository";

const ROWS_AT_ONCE = 20_000;

type Removed = Record<StorageClass, { partitions: number; rows: number }>;

/**
 * Removes what is older than it is kept. Readings wait until their time has its rollups. Interrupted, it is taken up
 * again: what it did stands in the setting `cleanUp`, also while it runs.
 */
export async function trimStorage(db: Database, now: Date, isStopped: () => boolean = () => false): Promise<CleanUp> {
  const kept = keptFrom(await readRetention(db.read), now);
  const removed: Removed = {
    deliveries: { partitions: 0, rows: 0 },
    readings: { partitions: 0, rows: 0 },
    rollups: { partitions: 0, rows: 0 },
    alerts: { partitions: 0, rows: 0 },
  };
  const startedAt = now.toISOString();
  const note = async (finishedAt: string | null) => {
    const report: CleanUp = { startedAt, finishedAt, removed };
    await writeSetting("cleanUp", report, db.read);
    return report;
  };
  await note(null);
  const deleteRows = async (name: StorageClass, table: string, where: string, value: unknown) => {
    for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE && !isStopped(); ) {
      const some = `SELECT ctid FROM ${table} WHERE ${where} LIMIT ${ROWS_AT_ONCE}`;
      count = (await db.read.query(`DELETE FROM ${table} WHERE ctid = ANY(ARRAY(${some}))`, [value])).rowCount ?? 0;
      removed[name].rows += count;
      if (count > 0) await note(null);
    }
  };
  const { deliveries, readings, rollups, alerts } = kept;
  if (deliveries) {
    removed.deliveries.partitions = await dropPartitions(db, "delivery", `delivery_${deliveries.toFormat("yyyyMMdd")}`);
    await deleteRows("deliveries", "delivery_default", "received_at < $1", deliveries.toJSDate());
  }
  if (readings && (await giveUpReadings(db, readings.toMillis()))) {
    removed.readings.partitions = await dropPartitions(db, "reading", `reading_${readings.toFormat("yyyyMM")}`);
    await deleteRows("readings", "reading_default", "observed_at < $1", readings.toJSDate());
  }
  if (rollups) {
    await deleteRows("rollups", "rollup_hour", "local_date < $1::date", rollups.toISODate());
    await deleteRows("rollups", "rollup_day", "local_date < $1::date", rollups.toISODate());
  }
  if (alerts) await deleteRows("alerts", "alert", OVER_SINCE, alerts.toJSDate());
  return note(new Date(Math.max(now.getTime(), Date.now())).toISOString());
}

/** But for what somebody ended by hand and nothing followed: that word still keeps its cause from opening again. */
const OVER_SINCE = `resolved_at < $1 AND (resolved_reason <> 'manual'
  OR EXISTS (SELECT 1 FROM alert n WHERE n.cause = alert.cause AND n.id > alert.id))`;

/** Says that readings from before a moment may go, if nothing of that time waits for its rollups. */
async function giveUpReadings(db: Database, from: number): Promise<boolean> {
  return inTransaction(db.read, async (client) => {
    const waiting = await client.query(
      "SELECT 1 FROM dirty_span WHERE from_at < to_timestamp($1 / 1000.0) AND until_at > '-infinity' LIMIT 1",
      [from],
    );
    const closed = await client.query("SELECT 1 FROM setting WHERE name = 'rollupsClosedUntil' AND value <> 'null'");
    if (waiting.rowCount !== 0 || closed.rowCount === 0) return false;
    await writeSetting("readingsFrom", from, client);
    return true;
  });
}

/** Drops every partition that stands before one by its name. */
async function dropPartitions(db: Database, table: "delivery" | "reading", first: string): Promise<number> {
  const old = (await partitionsOf(db.read, table)).filter((name) => name < first);
  for (const name of old) await inTransaction(db.read, (client) => dropPartition(client, name));
  return old.length;
}

/** Gives up at once if vendors' batches hold the table: it is tried again in an hour. */
async function dropPartition(client: PoolClient, name: string): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '1s'");
  await client.query(`DROP TABLE IF EXISTS "${name}"`);
}
