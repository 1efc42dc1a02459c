import "server-only";
import type { PoolClient } from "pg";

/** One engine works at a time, on whichever instance; another way to say "not now" would be to wait. */
const ENGINE_LOCK = 7_305_006;

/** Held until the transaction ends; false when another instance has it. */
export async function lockEngine(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS locked", [
    ENGINE_LOCK,
  ]);
  return rows[0]?.locked ?? false;
}

/** What there is to look at. `isAll` is false when more is waiting. */
export interface Due {
  readonly sourceIds: readonly number[];
  readonly spaceIds: readonly number[];
  readonly subjects: readonly string[];
  readonly isAll: boolean;
}

const MOST_MARKS = 5_000;
const MOST_TIMERS = 2_000;
const MOST_SPACES = 2_000;

const TAKE_MARKS = `
WITH taken AS (DELETE FROM alert_due WHERE id IN (SELECT id FROM alert_due ORDER BY id LIMIT ${MOST_MARKS}) RETURNING source_id)
SELECT DISTINCT source_id FROM taken`;

const TAKE_TIMERS = `
DELETE FROM alert_timer WHERE subject IN (SELECT subject FROM alert_timer WHERE at <= $1 ORDER BY at LIMIT ${MOST_TIMERS})
RETURNING subject`;

/** Floors whose feed went on since the engine looked, a few at a time; a floor is looked at as a whole. */
const TAKE_FLOORS = `
WITH gone_on AS (
  SELECT f.floor_id, f."offset", coalesce(c."offset", -1) AS seen
  FROM floor_feed f LEFT JOIN alert_cursor c USING (floor_id)
  WHERE c."offset" IS DISTINCT FROM f."offset" ORDER BY coalesce(c."offset", -1), f.floor_id LIMIT 50
),
noted AS (
  INSERT INTO alert_cursor (floor_id, "offset") SELECT floor_id, "offset" FROM gone_on
  ON CONFLICT (floor_id) DO UPDATE SET "offset" = EXCLUDED."offset"
)
SELECT m.space_id FROM gone_on g JOIN floor_member m ON m.floor_id = g.floor_id AND m."offset" > g.seen AND NOT m.removed`;

/** Takes what is due at a moment. What the transaction does not commit is due again. */
export async function takeDue(client: PoolClient, now: Date): Promise<Due> {
  const marks = await client.query<{ source_id: number }>({ name: "alert-marks", text: TAKE_MARKS });
  const timers = await client.query<{ subject: string }>({ name: "alert-timers", text: TAKE_TIMERS, values: [now] });
  const floors = await client.query<{ space_id: number }>({ name: "alert-floors", text: TAKE_FLOORS });
  const subjects = timers.rows.map(({ subject }) => subject);
  const of = (what: string) =>
    subjects.filter((subject) => subject.startsWith(`${what}:`)).map((subject) => Number(subject.split(":")[1]));
  return {
    sourceIds: [...new Set([...marks.rows.map((row) => row.source_id), ...of("source")])],
    spaceIds: [...new Set([...floors.rows.map((row) => row.space_id), ...of("space")])],
    subjects,
    isAll: marks.rows.length < MOST_MARKS && timers.rows.length < MOST_TIMERS && floors.rows.length < MOST_SPACES,
  };
}

/** Sets when each subject is looked at again (ms); null: only when there is news. */
export async function setTimers(client: PoolClient, timers: ReadonlyMap<string, number | null>): Promise<void> {
  const later = [...timers].flatMap(([subject, at]) => (at === null ? [] : [{ subject, at: new Date(at) }]));
  const never = [...timers].flatMap(([subject, at]) => (at === null ? [subject] : []));
  if (never.length > 0) await client.query("DELETE FROM alert_timer WHERE subject = ANY($1::text[])", [never]);
  if (later.length === 0) return;
  await client.query(
    `INSERT INTO alert_timer (subject, at) SELECT subject, at FROM json_to_recordset($1::json) AS t(subject text, at timestamptz)
     ON CONFLICT (subject) DO UPDATE SET at = EXCLUDED.at`,
    [JSON.stringify(later)],
  );
}

/** Something that is not a source changed what sources come to (a rule, a window): all of them are due. */
export async function markAllDue(client: Pick<PoolClient, "query">): Promise<void> {
  await client.query(
    `INSERT INTO alert_due (source_id)
     SELECT source_id FROM source_value WHERE metric = 21 AND value = 0
     UNION SELECT source_id FROM signal WHERE phase <> 'cleared'
     UNION SELECT source_id FROM alert WHERE resolved_at IS NULL AND source_id IS NOT NULL`,
  );
  await client.query("DELETE FROM alert_cursor");
}

const READ_MISPLACED = `
SELECT a.source_id, a.space_id FROM alert a
LEFT JOIN floor_member m ON m.space_id = a.space_id AND NOT m.removed
LEFT JOIN space f ON f.id = m.floor_id LEFT JOIN space b ON b.id = f.parent_id
WHERE a.resolved_at IS NULL AND a.floor_id IS NOT NULL AND a.space_id <> a.floor_id
  AND (a.floor_id, a.site_id) IS DISTINCT FROM (m.floor_id, b.parent_id)
LIMIT 1000`;

/** Open alerts whose space was moved or archived: other people may see them now. */
export async function readMisplaced(client: PoolClient): Promise<Pick<Due, "sourceIds" | "spaceIds">> {
  const { rows } = await client.query<{ source_id: number | null; space_id: number }>({
    name: "alert-misplaced",
    text: READ_MISPLACED,
  });
  return {
    sourceIds: [...new Set(rows.flatMap(({ source_id }) => source_id ?? []))],
    spaceIds: [...new Set(rows.map(({ space_id }) => space_id))],
  };
}
