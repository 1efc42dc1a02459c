import "server-only";
import {
  type FeedHealth,
  isSilent,
  KEPT_MS,
  lagPercentile,
  type UsualCounts,
  usualHours,
  usualPerHour,
} from "@/lib/core/feed-health";
import type { VendorId } from "@/lib/core/observation";
import type { Database } from "./database";

/** What one process counted of one vendor in one minute since it last said so. Moments are ms. */
export interface FeedMinute {
  readonly vendor: string;
  readonly minute: number;
  /** Deliveries that were believed, however they ended. */
  readonly received: number;
  readonly duplicates: number;
  readonly unhandled: number;
  readonly quarantined: number;
  readonly refused: number;
  readonly unavailable: number;
  readonly lags: readonly number[];
  /** Arrival of the last believed delivery. */
  readonly lastAt: number | null;
}

const iso = (at: number) => new Date(at).toISOString();

const ADD_MINUTES = `
INSERT INTO feed_minute AS x (vendor, minute, received, duplicates, unhandled, quarantined, refused, unavailable, lags, last_at)
SELECT * FROM json_to_recordset($1::json) AS t(
  vendor text, minute timestamptz, received int, duplicates int, unhandled int, quarantined int, refused int,
  unavailable int, lags int[], last_at timestamptz)
ORDER BY vendor, minute -- one order everywhere, so that two instances cannot deadlock
ON CONFLICT (vendor, minute) DO UPDATE SET
  received = x.received + EXCLUDED.received,
  duplicates = x.duplicates + EXCLUDED.duplicates,
  unhandled = x.unhandled + EXCLUDED.unhandled,
  quarantined = x.quarantined + EXCLUDED.quarantined,
  refused = x.refused + EXCLUDED.refused,
  unavailable = x.unavailable + EXCLUDED.unavailable,
  lags = ARRAY(SELECT coalesce(l.there, 0) + coalesce(l.more, 0)
               FROM unnest(x.lags, EXCLUDED.lags) WITH ORDINALITY AS l(there, more, nr) ORDER BY l.nr),
  last_at = greatest(x.last_at, EXCLUDED.last_at)`;

/** Adds to what is there already: of this process or another. */
export async function addFeedMinutes(minutes: readonly FeedMinute[], db: Pick<Database, "read">): Promise<void> {
  const rows = minutes.map(({ minute, lastAt, ...counts }) => ({
    ...counts,
    minute: iso(minute),
    last_at: lastAt === null ? null : iso(lastAt),
  }));
  await db.read.query({ name: "add-feed-minutes", text: ADD_MINUTES, values: [JSON.stringify(rows)] });
}

/** Minutes that no comparison looks back upon any more. */
export async function removeOldFeedMinutes(now: Date, db: Pick<Database, "read">): Promise<void> {
  await db.read.query("DELETE FROM feed_minute WHERE minute < $1", [iso(now.getTime() - KEPT_MS)]);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
/** Whole minutes and the one that runs. */
const RATE_MINUTES = 5;
const MOST_TYPES = 20;

interface RecentRow {
  vendor: VendorId;
  first_at: Date | null;
  last_at: Date | null;
  recent: number;
  received: number;
  duplicates: number;
  refused: number;
  before_last: number;
  lags: number[];
}

/** $1 vendors, $2 since when the rate is counted, $3 an hour ago. */
const READ_RECENT = `
SELECT v.vendor, first.at AS first_at, last.at AS last_at, recent.received AS recent, hour.received, hour.duplicates,
       hour.refused, before_last.received AS before_last,
       ARRAY(SELECT sum(l.n)::int FROM feed_minute m, unnest(m.lags) WITH ORDINALITY AS l(n, nr)
             WHERE m.vendor = v.vendor AND m.minute >= $3 GROUP BY l.nr ORDER BY l.nr) AS lags
FROM unnest($1::text[]) AS v(vendor)
CROSS JOIN LATERAL (SELECT min(minute) AS at FROM feed_minute m WHERE m.vendor = v.vendor) first
LEFT JOIN LATERAL (
  SELECT last_at AS at FROM feed_minute m WHERE m.vendor = v.vendor AND last_at IS NOT NULL ORDER BY minute DESC LIMIT 1
) last ON true
CROSS JOIN LATERAL (
  SELECT coalesce(sum(received), 0)::int AS received FROM feed_minute m WHERE m.vendor = v.vendor AND m.minute >= $2
) recent
CROSS JOIN LATERAL (
  SELECT coalesce(sum(received), 0)::int AS received, coalesce(sum(duplicates), 0)::int AS duplicates,
         coalesce(sum(refused), 0)::int AS refused
  FROM feed_minute m WHERE m.vendor = v.vendor AND m.minute >= $3
) hour
CROSS JOIN LATERAL (
  SELECT coalesce(sum(received), 0)::int AS received FROM feed_minute m
  WHERE m.vendor = v.vendor AND m.minute > last.at - interval '1 hour'
) before_last`;

/** Each hour is a look of its own by the primary key: joined, five weeks of minutes would be read for ten hours. */
const READ_HOURS = `
SELECT v.vendor, floor(extract(epoch FROM h.at) * 1000)::float8 AS at,
       (SELECT coalesce(sum(received), 0)::int FROM feed_minute m
        WHERE m.vendor = v.vendor AND m.minute >= h.at AND m.minute < h.at + interval '1 hour') AS received
FROM unnest($1::text[]) AS v(vendor) CROSS JOIN unnest($2::timestamptz[]) AS h(at)`;

/** By delivery_not_stored alone: its condition is written out so that the planner may use it. */
const READ_NOT_STORED = `
SELECT vendor, outcome, event_type, count(*)::int AS count FROM delivery
WHERE outcome <> 'stored' AND outcome IN ('unhandled', 'quarantined') AND received_at >= $1
GROUP BY vendor, outcome, event_type ORDER BY count DESC, event_type`;

interface HourRow {
  vendor: string;
  at: number;
  received: number;
}

interface NotStoredRow {
  vendor: string;
  outcome: string;
  event_type: string;
  count: number;
}

/** How the feeds of these vendors do at a moment. */
export async function readFeeds(
  vendors: readonly { readonly vendor: VendorId; readonly configured: boolean }[],
  now: number,
  db: Pick<Database, "read">,
): Promise<FeedHealth[]> {
  const ids = vendors.map(({ vendor }) => vendor);
  const looked = [usualHours(now), usualHours(now - HOUR_MS)].flatMap(({ weeks, yesterday }) => [...weeks, yesterday]);
  const [recent, hours, notStored] = await Promise.all([
    db.read.query<RecentRow>(READ_RECENT, [ids, iso(rateSince(now)), iso(now - HOUR_MS)]),
    db.read.query<HourRow>(READ_HOURS, [ids, looked.map(iso)]),
    db.read.query<NotStoredRow>(READ_NOT_STORED, [iso(now - DAY_MS)]),
  ]);
  const rows = new Map(recent.rows.map((row) => [row.vendor, row]));
  return vendors.map(({ vendor, configured }) => {
    const row = rows.get(vendor);
    if (!row) throw new Error(`No row for ${vendor}`); // the query answers one for each vendor it is asked about
    const others = notStored.rows.filter((other) => other.vendor === vendor);
    return {
      vendor,
      configured,
      ...recentHealth(row, now),
      ...silence(row, hours.rows, now),
      quarantined: others.reduce((sum, { outcome, count }) => sum + (outcome === "quarantined" ? count : 0), 0),
      unhandled: others
        .filter(({ outcome }) => outcome === "unhandled")
        .slice(0, MOST_TYPES)
        .map(({ event_type, count }) => ({ type: event_type, count })),
    };
  });
}

const rateSince = (now: number) => (Math.floor(now / MINUTE_MS) - (RATE_MINUTES - 1)) * MINUTE_MS;

function recentHealth(row: RecentRow, now: number) {
  const came = row.received + row.refused;
  return {
    lastEventAt: row.last_at?.toISOString() ?? null,
    perMinute: row.recent / ((now - rateSince(now)) / MINUTE_MS),
    lagP50Ms: lagPercentile(row.lags, 0.5),
    lagP95Ms: lagPercentile(row.lags, 0.95),
    duplicatesShare: row.received === 0 ? null : row.duplicates / row.received,
    refusedShare: came === 0 ? null : row.refused / came,
  };
}

function silence(row: RecentRow, hours: readonly HourRow[], now: number) {
  const counted = new Map(hours.filter(({ vendor }) => vendor === row.vendor).map((hour) => [hour.at, hour.received]));
  const firstAt = row.first_at?.getTime() ?? Number.POSITIVE_INFINITY;
  const onRecord = (at: number) => (at + HOUR_MS > firstAt ? (counted.get(at) ?? 0) : null);
  const usualAt = (at: number) => {
    const { weeks, yesterday } = usualHours(at);
    const counts: UsualCounts = {
      weeks: weeks.map(onRecord),
      yesterday: onRecord(yesterday),
      lastHour: row.before_last,
    };
    return usualPerHour(counts);
  };
  const usual = usualAt(now);
  const lastEventAt = row.last_at?.getTime() ?? null;
  const hourStart = Math.floor(now / HOUR_MS) * HOUR_MS;
  const usualSince = usualAt(now - HOUR_MS) > 0 ? 0 : hourStart;
  const isQuiet = isSilent({ now, lastEventAt, usualPerHour: usual, usualSince });
  return {
    usualPerHour: usual,
    silentSince: isQuiet && lastEventAt !== null ? iso(lastEventAt) : null,
  };
}
