import "server-only";
import { DateTime } from "luxon";
import type { Pool } from "pg";
import { DEFAULT_RETENTION, keptFrom, type Retention } from "@/lib/core/storage";
import { readRetention } from "./storage-repository";

interface Range {
  readonly name: string;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** The partitions that should exist around a moment; whatever falls outside lands in the table's default partition. */
export function wantedPartitions(now: Date, retention: Retention = DEFAULT_RETENTION): Range[] {
  const { deliveries, readings } = keptFrom(retention, now);
  const { deliveryDays, readingMonths } = retention;
  const [firstDay, firstMonth] = [deliveries ?? DateTime.utc(), readings ?? DateTime.utc()];
  const days = Array.from({ length: deliveryDays + 4 }, (_, i) => firstDay.plus({ days: i }));
  const months = Array.from({ length: readingMonths + 3 }, (_, i) => firstMonth.plus({ months: i }));
  const iso = (at: DateTime) => at.toISODate() ?? "";
  return [
    ...days.map((day) => ({
      name: `delivery_${day.toFormat("yyyyMMdd")}`,
      table: "delivery",
      from: iso(day),
      to: iso(day.plus({ days: 1 })),
    })),
    ...months.map((month) => ({
      name: `reading_${month.toFormat("yyyyMM")}`,
      table: "reading",
      from: `${iso(month)} 00:00:00+00`,
      to: `${iso(month.plus({ months: 1 }))} 00:00:00+00`,
    })),
  ];
}

const PARTITIONS_LOCK = 7_305_002;

/** Creates missing partitions of what is kept. Safe on every instance at once. */
export async function keepPartitions(pool: Pool, now: Date, log: (message: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PARTITIONS_LOCK]);
    const existing = await client.query<{ name: string }>(
      "SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent IN ('delivery'::regclass, 'reading'::regclass)",
    );
    const names = new Set(existing.rows.map((row) => row.name));
    for (const wanted of wantedPartitions(now, await readRetention(client))) {
      if (names.has(wanted.name)) continue;
      await createPartition(client, wanted, log);
    }
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PARTITIONS_LOCK]).catch(() => undefined);
    client.release();
  }
}

async function createPartition(
  client: { query: (text: string) => Promise<unknown> },
  { name, table, from, to }: Range,
  log: (message: string) => void,
) {
  try {
    await client.query(`CREATE TABLE "${name}" PARTITION OF "${table}" FOR VALUES FROM ('${from}') TO ('${to}')`);
  } catch (error) {
    // Rows of this range already lie in the default partition (the clock jumped): they stay there and stay readable.
    if ((error as { code?: string }).code !== "23514") throw error;
    log(`${name} was not made: its rows are in the default partition`);
  }
}
