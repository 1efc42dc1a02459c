import "server-only";
import type { PoolClient } from "pg";
import {
  isInMaintenance,
  type MaintenanceDraft,
  type MaintenancePage,
  type MaintenanceQuery,
  type MaintenanceTimes,
  type MaintenanceWindow,
  maintenanceChange,
  type WeeklyTimes,
} from "@/lib/core/maintenance";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { type Place, placeOfSource, placeOfSpace, type Readable, spacesWithin } from "./place-of";

/** What can be said of a window, as it is stored. */
export interface WindowFields {
  readonly name: string;
  /** ISO 8601 */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly weekly: WeeklyTimes | null;
  readonly mutedKinds: string[] | null;
  readonly endedAt: string | null;
}

/** What a window is about: one of both. */
export interface Scope {
  readonly spaceId: number | null;
  readonly sourceId: number | null;
}

interface Row extends Scope {
  id: number;
  name: string;
  startsAt: Date;
  endsAt: Date | null;
  weekly: WeeklyTimes | null;
  mutedKinds: string[] | null;
  createdBy: string;
  createdAt: Date;
  endedAt: Date | null;
  about: string;
  timeZone: string | null;
}

const COLUMNS = `w.id, w.space_id AS "spaceId", w.source_id AS "sourceId", w.name, w.starts_at AS "startsAt",
  w.ends_at AS "endsAt", w.weekly, w.muted_kinds AS "mutedKinds", w.created_by AS "createdBy",
  w.created_at AS "createdAt", w.ended_at AS "endedAt"`;

/** Windows with where they are: `at` is the space itself, or where the source stands now. */
const SCOPED = `
SELECT ${COLUMNS}, coalesce(w.space_id, a.space_id) AS at,
       coalesce(s.name, s.vendor_name, o.name, o.external_id) AS about
FROM maintenance_window w LEFT JOIN space s ON s.id = w.space_id LEFT JOIN source o ON o.id = w.source_id
LEFT JOIN assignment a ON a.source_id = w.source_id AND a.ends_at IS NULL`;

/** From each place up to its site. */
const ZONES = `
up AS (
  SELECT x.at AS place_id, x.at AS id FROM (SELECT DISTINCT at FROM windows WHERE at IS NOT NULL) x
  UNION ALL SELECT up.place_id, s.parent_id FROM up JOIN space s ON s.id = up.id WHERE s.parent_id IS NOT NULL
),
zones AS (SELECT up.place_id, s.time_zone FROM up JOIN space s ON s.id = up.id AND s.kind = 'site')`;

/** The way up from one space: what closes it. */
const WAY_UP = `
way AS (
  SELECT s.id, s.parent_id FROM space s WHERE s.id = $3
  UNION ALL SELECT s.id, s.parent_id FROM way JOIN space s ON s.id = way.parent_id
)`;

/** One page of the windows within these sites (null: all), by id; those on or to come, unless all are asked for. */
export async function listMaintenance(
  query: MaintenanceQuery,
  sites: readonly number[] | null,
  db: Readable = database(),
): Promise<MaintenancePage> {
  const { rows } = await db.read.query<Row>(
    `WITH RECURSIVE ${spacesWithin("$1")}, ${WAY_UP}, windows AS (
       SELECT * FROM (${SCOPED}) w
       WHERE ($1::int[] IS NULL OR w.at IN (SELECT id FROM mine))
         AND ($2 OR coalesce(least(w."endsAt", w."endedAt"), 'infinity') > now())
         AND ($3::int IS NULL OR w."spaceId" IN (SELECT id FROM way))
         AND w.id > $4
       ORDER BY w.id LIMIT $5
     ), ${ZONES}
     SELECT w.*, z.time_zone AS "timeZone" FROM windows w LEFT JOIN zones z ON z.place_id = w.at ORDER BY w.id`,
    [sites, query.ended, query.spaceId ?? null, Number(query.cursor ?? 0), query.limit + 1],
  );
  const items = rows.slice(0, query.limit).map((row) => window(row, Date.now()));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

function window(row: Row, now: number): MaintenanceWindow {
  const id = (value: number | null) => (value === null ? null : String(value));
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const times = timesOf(row);
  const changesAt = maintenanceChange(times, now);
  return {
    id: String(row.id),
    spaceId: id(row.spaceId),
    sourceId: id(row.sourceId),
    about: shown(row.about),
    timeZone: times.timeZone,
    name: shown(row.name),
    startsAt: row.startsAt.toISOString(),
    endsAt: iso(row.endsAt),
    weekly: row.weekly,
    mutedKinds: row.mutedKinds,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    endedAt: iso(row.endedAt),
    isOn: isInMaintenance(times, now),
    changesAt: changesAt === null ? null : new Date(changesAt).toISOString(),
  };
}

const timesOf = (row: Pick<Row, "startsAt" | "endsAt" | "endedAt" | "weekly" | "timeZone">): MaintenanceTimes => ({
  startsAt: row.startsAt.getTime(),
  endsAt: row.endsAt?.getTime() ?? null,
  endedAt: row.endedAt?.getTime() ?? null,
  weekly: row.weekly,
  timeZone: row.timeZone ?? "UTC",
});

/** Where a window is; null when there is no such window. */
export async function placeOfMaintenance(windowId: number, db: Readable = database()): Promise<Place | null> {
  const { rows } = await db.read.query<{ space_id: number | null; source_id: number | null }>(
    "SELECT space_id, source_id FROM maintenance_window WHERE id = $1",
    [windowId],
  );
  const found = rows[0];
  if (!found) return null;
  if (found.space_id !== null) return placeOfSpace(String(found.space_id), db);
  return placeOfSource(String(found.source_id), db);
}

/** One window as the API tells it; null when there is no such window. */
export async function readMaintenance(windowId: number, db: Database = database()): Promise<MaintenanceWindow | null> {
  const query = { ended: true, cursor: String(windowId - 1), limit: 1 };
  const { items } = await listMaintenance(query, null, db);
  return items.find(({ id }) => id === String(windowId)) ?? null;
}

export async function insertMaintenance(
  client: PoolClient,
  scope: Scope,
  fields: WindowFields,
  createdBy: string,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO maintenance_window (space_id, source_id, created_by, name, starts_at, ends_at, weekly, muted_kinds, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [scope.spaceId, scope.sourceId, createdBy, ...values(fields)],
  );
  return rows[0]?.id as number; // an INSERT without conflicts answers its row
}

export async function writeMaintenance(client: PoolClient, windowId: number, fields: WindowFields): Promise<void> {
  await client.query(
    `UPDATE maintenance_window SET name = $2, starts_at = $3, ends_at = $4, weekly = $5, muted_kinds = $6, ended_at = $7
     WHERE id = $1`,
    [windowId, ...values(fields)],
  );
}

export async function deleteMaintenance(client: PoolClient, windowId: number): Promise<void> {
  await client.query("DELETE FROM maintenance_window WHERE id = $1", [windowId]);
}

/** Locked until the transaction ends. Null when there is no such window. */
export async function lockMaintenance(client: PoolClient, windowId: number): Promise<(Scope & WindowFields) | null> {
  const { rows } = await client.query<Row>(`SELECT ${COLUMNS} FROM maintenance_window w WHERE w.id = $1 FOR UPDATE`, [
    windowId,
  ]);
  const row = rows[0];
  if (!row) return null;
  const { spaceId, sourceId, name, weekly, mutedKinds } = row;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const times = { startsAt: row.startsAt.toISOString(), endsAt: iso(row.endsAt), endedAt: iso(row.endedAt) };
  return { spaceId, sourceId, name, weekly, mutedKinds, ...times };
}

/** A space and everything in it. */
export async function spacesInside(client: PoolClient, spaceId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `WITH RECURSIVE inside AS (
       SELECT id FROM space WHERE id = $1 UNION ALL SELECT s.id FROM space s JOIN inside ON s.parent_id = inside.id
     ) SELECT id FROM inside ORDER BY id`,
    [spaceId],
  );
  return rows.map(({ id }) => id);
}

const values = (fields: WindowFields) => [
  fields.name,
  fields.startsAt,
  fields.endsAt,
  fields.weekly && JSON.stringify(fields.weekly),
  fields.mutedKinds && JSON.stringify(fields.mutedKinds),
  fields.endedAt,
];

/** A draft's words as they are stored; what has no start begins at `now` (ISO 8601). */
export const fieldsOf = (draft: MaintenanceDraft, now: string): WindowFields => ({
  name: draft.name,
  startsAt: draft.startsAt ?? now,
  endsAt: draft.endsAt,
  weekly: draft.weekly,
  mutedKinds: draft.mutedKinds,
  endedAt: null,
});
