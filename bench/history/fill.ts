import { Pool } from "pg";
import { METRICS } from "@/lib/core/metric";

export interface Filled {
  readonly siteId: number;
  readonly roomIds: readonly number[];
  readonly readings: number;
}

const DAY_MS = 86_400_000;

/** One site in Oslo with rooms of 10 places, each with a count. */
async function addRooms(pool: Pool, rooms: number): Promise<{ siteId: number; roomIds: number[] }> {
  const hours = JSON.stringify(
    Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["08:00", "18:00"]]])),
  );
  const one = async (sql: string, values: unknown[]) =>
    (await pool.query<{ id: number }>(`${sql} RETURNING id`, values)).rows;
  const [site] = await one(
    "INSERT INTO space (kind, name, time_zone, working_hours) VALUES ('site', 'Oslo', 'Europe/Oslo', $1)",
    [hours],
  );
  const [building] = await one("INSERT INTO space (kind, parent_id, name) VALUES ('building', $1, 'K12')", [site?.id]);
  const [floor] = await one("INSERT INTO space (kind, parent_id, name) VALUES ('floor', $1, '2')", [building?.id]);
  const made = await one(
    "INSERT INTO space (kind, parent_id, name, capacity) SELECT 'room', $1, 'Room ' || n, 10 FROM generate_series(1, $2::int) n",
    [floor?.id, rooms],
  );
  const roomIds = made.map(({ id }) => id);
  const sources = await one(
    "INSERT INTO source (vendor, kind, external_id, expected_interval_ms) SELECT 'butlr', 'room', 'bench ' || n, 60000 FROM generate_series(1, $1::int) n",
    [rooms],
  );
  await pool.query(
    "INSERT INTO assignment (source_id, space_id, starts_at) SELECT s, r, 'epoch' FROM unnest($1::int[], $2::int[]) AS t(s, r)",
    [sources.map(({ id }) => id), roomIds],
  );
  return { siteId: site?.id ?? 0, roomIds };
}

/** A count each minute: meetings of three quarters of an hour in working hours, people who come and go. */
const FILL = `
INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at, changed_at)
SELECT s, ${METRICS.occupancy.code}, m, v, v, 1, m, m
FROM unnest($1::int[]) AS s, generate_series($2::timestamptz, $3::timestamptz - interval '1 minute', interval '1 minute') AS m,
LATERAL (SELECT (extract(epoch FROM m) / 60)::int AS minute) t,
LATERAL (SELECT CASE
  WHEN extract(hour FROM m) BETWEEN 7 AND 16 AND extract(isodow FROM m) < 6 AND abs(hashint4(s * 7919 + minute / 45)) % 5 < 3
  THEN 1 + abs(hashint4(s + minute / 5)) % 10 ELSE 0 END AS v) w`;

/** Fills whole days up to today until there are so many readings; a reading per room and minute. */
export async function fill(url: string, readings: number, rooms: number, now: number): Promise<Filled> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    return await fillWith(pool, readings, rooms, now);
  } finally {
    await pool.end();
  }
}

async function fillWith(pool: Pool, readings: number, rooms: number, now: number): Promise<Filled> {
  const { siteId, roomIds } = await addRooms(pool, rooms);
  const { rows } = await pool.query<{ id: number }>("SELECT id FROM source ORDER BY id");
  const sources = rows.map(({ id }) => id);
  const days = Math.max(1, Math.round(readings / (rooms * 1_440)));
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  for (let day = days; day > 0; day--) {
    const [from, to] = [new Date(today - day * DAY_MS), new Date(today - (day - 1) * DAY_MS)];
    await pool.query(FILL, [sources, from, to]);
    if (day % 20 === 0) console.log(`  ${days - day} of ${days} days`);
  }
  await pool.query(FILL, [sources, new Date(today), new Date(Math.floor(now / 60_000) * 60_000)]);
  await pool.query("ANALYZE reading");
  return { siteId, roomIds, readings: days * rooms * 1_440 };
}
