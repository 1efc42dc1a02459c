import "server-only";
import { COMFORT_METRICS } from "@/lib/core/air-limits";
import type { BookingTimes } from "@/lib/core/booking";
import type { DayEvidence, SpacePlace, Swap } from "@/lib/core/day-evidence";
import { AppError } from "@/lib/core/errors";
import { METRICS, type Metric, metricOf } from "@/lib/core/metric";
import { sensesPeople } from "@/lib/core/senses";
import { shown } from "@/lib/core/space-row";
import type { PastReading, PastStay } from "@/lib/core/state-line";
import { database } from "./client";
import type { Database } from "./database";
import { readFigureSpaces } from "./figure-space-repository";
import { rulesOf } from "./line-repository";
import { msOf } from "./moment-us";
import { parseId } from "./parse-id";

const PEOPLE: readonly Metric[] = ["occupancy", "occupancySmoothed", "deskOccupied", "motion"];
const WANTED = [...PEOPLE, ...COMFORT_METRICS, "online", "signal"] satisfies Metric[];

/** A space with the rules, hours, holidays and zone that count for it on a day; the day is the zone's. Throws `not-found`. */
export async function readSpacePlace(spaceId: string, db: Database = database()): Promise<SpacePlace> {
  const id = parseId(spaceId);
  const [space] = id === null ? [] : await readFigureSpaces([id], db);
  if (!space) throw new AppError("not-found", "There is no such space.");
  const { timeZone, capacity, holdMs, workingHours, holidays } = space;
  return {
    id: space.id,
    timeZone,
    capacity,
    holdMs,
    hours: workingHours,
    holidays,
    rulesOver: (span) => {
      const { speakers, closings, breaks } = rulesOf(space, span);
      return { speakers, closings, breaks };
    },
  };
}

/** A vendor's "deleted" ends a stay as well as an admin does. */
const READ_STAYS = `
SELECT a.source_id, ${msOf("a.starts_at")} AS starts_at, o.vendor, o.kind, o.expected_interval_ms,
       ${msOf(`least(a.ends_at, (SELECT f.observed_at FROM source_fact f
         WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true'))`)} AS ends_at,
       ${msOf("CASE WHEN a.replaces_id IS NOT NULL THEN a.starts_at END")} AS replaced_at,
       coalesce(o.name, o.external_id) AS name,
       (SELECT coalesce(p.name, p.external_id) FROM assignment b JOIN source p ON p.id = b.source_id
        WHERE b.id = a.replaces_id) AS old_name,
       (SELECT array_agg(v.metric) FROM source_value v WHERE v.source_id = o.id) AS metrics
FROM assignment a JOIN source o ON o.id = a.source_id
WHERE a.space_id = $1 AND a.starts_at < $3 AND coalesce(a.ends_at, 'infinity') > $2
ORDER BY a.starts_at, a.id`;

interface StayRow {
  source_id: number;
  starts_at: number;
  ends_at: number | null;
  vendor: string;
  kind: string;
  expected_interval_ms: number | null;
  replaced_at: number | null;
  name: string;
  old_name: string | null;
  metrics: number[] | null;
}

/** The newest reading before the span comes along, because it may still hold. */
const READ_READINGS = `
WITH wanted AS (
  SELECT t.source_id, m.metric, t.until, greatest(t.since, coalesce(
    (SELECT max(r.observed_at) FROM reading r
     WHERE r.source_id = t.source_id AND r.metric = m.metric AND r.observed_at < $5::timestamptz), $5::timestamptz)) AS since
  FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS t(source_id, since, until)
  CROSS JOIN unnest($4::int2[]) AS m(metric)
)
SELECT r.source_id::text AS source, r.metric, ${msOf("r.observed_at")} AS at, r.value, r.first_value AS "firstValue",
       ${msOf("CASE WHEN r.revisions > 0 THEN r.changed_at END")} AS "correctedAt"
FROM wanted w JOIN reading r ON r.source_id = w.source_id AND r.metric = w.metric
  AND r.observed_at >= w.since AND r.observed_at < w.until
ORDER BY r.observed_at, r.source_id, r.metric`;

const READ_BOOKINGS = `
SELECT ${msOf("b.starts_at")} AS "startsAt", ${msOf("b.ends_at")} AS "endsAt", ${msOf("b.checked_in_at")} AS "checkedInAt",
       ${msOf("b.checked_out_at")} AS "checkedOutAt", ${msOf("b.cancelled_at")} AS "cancelledAt"
FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS t(source_id, since, until)
JOIN booking b ON b.source_id = t.source_id
  AND coalesce(b.ends_at, b.checked_in_at + interval '12 hours') > $4::timestamptz
  AND coalesce(b.starts_at, b.checked_in_at) < $5
  AND coalesce(b.starts_at, b.checked_in_at) >= t.since AND coalesce(b.starts_at, b.checked_in_at) < t.until
ORDER BY coalesce(b.starts_at, b.checked_in_at), b.external_id LIMIT 200`;

type ReadingRow = Omit<PastReading, "metric"> & { readonly metric: number };

/** Everything that was said about a space between two moments, as it is known today. */
export async function readDayEvidence(
  spaceId: number,
  day: { readonly from: number; readonly to: number },
  db: Database = database(),
): Promise<DayEvidence> {
  const span = { from: new Date(day.from), to: new Date(day.to) };
  const { rows } = await db.read.query<StayRow>({
    name: "stays-of-span",
    text: READ_STAYS,
    values: [spaceId, span.from, span.to],
  });
  const stays = rows.filter((row) => row.ends_at === null || row.ends_at > day.from);
  const ids = stays.map((row) => row.source_id);
  const since = stays.map((row) => new Date(row.starts_at));
  const until = stays.map((row) => new Date(Math.min(row.ends_at ?? Number.POSITIVE_INFINITY, day.to)));
  const codes = WANTED.map((metric) => METRICS[metric].code);
  const [readings, bookings] = await Promise.all([
    db.read.query<ReadingRow>({
      name: "readings-of-day",
      text: READ_READINGS,
      values: [ids, since, until, codes, span.from],
    }),
    db.read.query<BookingTimes>({
      name: "bookings-of-day",
      text: READ_BOOKINGS,
      values: [ids, since, stays.map(endOf), span.from, span.to],
    }),
  ]);
  return {
    stays: stays.map(stayOf),
    readings: readings.rows.map((row) => ({ ...row, metric: metricOf(row.metric) })),
    bookings: bookings.rows,
    swaps: stays.flatMap((row) => swapOf(row, day.from)),
  };
}

const FAR = new Date("9999-12-31T00:00:00Z");
const endOf = ({ ends_at }: StayRow) => (ends_at === null ? FAR : new Date(ends_at));

function stayOf(row: StayRow): PastStay {
  const metrics = (row.metrics ?? []).map(metricOf);
  return {
    source: String(row.source_id),
    from: row.starts_at,
    to: row.ends_at,
    expectedIntervalMs: row.expected_interval_ms,
    senses: sensesPeople(row, metrics),
    hasHeartbeat: metrics.includes("signal"),
  };
}

function swapOf(row: StayRow, from: number): Swap[] {
  if (row.replaced_at === null || row.replaced_at < from) return [];
  return [{ at: row.replaced_at, from: shown(row.old_name ?? ""), to: shown(row.name) }];
}
