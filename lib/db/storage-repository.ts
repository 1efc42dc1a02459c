import "server-only";
import type { Pool } from "pg";
import { type CleanUp, DEFAULT_RETENTION, CleanUp as Report, Retention, type StorageClass } from "@/lib/core/storage";
import { readSetting } from "./setting-repository";

type Asked = Pick<Pool, "query">;

/** How long data is kept. */
export async function readRetention(db: Asked): Promise<Retention> {
  return Retention.catch(DEFAULT_RETENTION).parse(await readSetting("retention", db));
}

/** The last clean-up; null when there was none. */
export async function readCleanUp(db: Asked): Promise<CleanUp | null> {
  return Report.nullable()
    .catch(null)
    .parse((await readSetting("cleanUp", db)) ?? null);
}

const TABLES: Record<StorageClass, readonly string[]> = {
  deliveries: ["delivery"],
  readings: ["reading"],
  rollups: ["rollup_hour", "rollup_day"],
  alerts: ["alert", "alert_event"],
};

const SIZES = `
SELECT t.name, coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 AS bytes,
       coalesce(sum(greatest(c.reltuples, s.n_live_tup, 0)), 0)::float8 AS rows
FROM unnest($1::text[]) AS t(name)
JOIN pg_class c ON c.oid = t.name::regclass OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = t.name::regclass)
LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
GROUP BY t.name`;

/** Bytes on disk with indexes, and rows as the database estimates them. */
export async function readSizes(db: Asked): Promise<Record<StorageClass, { bytes: number; rows: number }>> {
  const names = Object.values(TABLES).flat();
  const { rows } = await db.query<{ name: string; bytes: number; rows: number }>(SIZES, [names]);
  const of = (name: StorageClass) => {
    const found = rows.filter((row) => TABLES[name].includes(row.name));
    return { bytes: sum(found.map(({ bytes }) => bytes)), rows: sum(found.map((row) => row.rows)) };
  };
  return { deliveries: of("deliveries"), readings: of("readings"), rollups: of("rollups"), alerts: of("alerts") };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Size of the database, and marks that wait for their rollups. */
export async function readWhole(db: Asked): Promise<{ bytes: number; pending: number }> {
  const { rows } = await db.query<{ bytes: number; pending: number }>(
    "SELECT pg_database_size(current_database())::float8 AS bytes, (SELECT count(*) FROM dirty_span)::float8 AS pending",
  );
  return rows[0] ?? { bytes: 0, pending: 0 };
}

/** Names of the partitions of a table, without its default one, in order of time. */
export async function partitionsOf(db: Asked, table: "delivery" | "reading"): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::regclass AND c.relname ~ '_[0-9]+$' ORDER BY 1`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** The oldest day (of readings: month) of which there is anything. */
export async function readOldest(db: Asked): Promise<Record<StorageClass, string | null>> {
  const { rows } = await db.query<{ day: string | null; alerts: string | null }>(
    `SELECT (SELECT min(local_date)::text FROM rollup_day) AS day,
       (SELECT min(resolved_at AT TIME ZONE 'UTC')::date::text FROM alert) AS alerts`,
  );
  return {
    deliveries: await oldestPartition(db, "delivery", "event_day"),
    readings: await oldestPartition(db, "reading", "observed_at"),
    rollups: rows[0]?.day ?? null,
    alerts: rows[0]?.alerts ?? null,
  };
}

async function oldestPartition(db: Asked, table: "delivery" | "reading", column: string): Promise<string | null> {
  const outside = await db.query<{ day: string | null }>(
    `SELECT min(${column})::date::text AS day FROM ${table}_default`,
  );
  const old = outside.rows[0]?.day ?? null;
  for (const name of await partitionsOf(db, table)) {
    const digits = name.slice(table.length + 1);
    const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6) || "01"}`;
    if (old !== null && old < day) return old;
    if ((await db.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rowCount === 1) return day;
  }
  return old;
}
