import "server-only";
import { METRICS, metricOf } from "@/lib/core/metric";
import { READING_FLAGS } from "@/lib/core/reading-flags";
import type { IgnoredReason, IgnoredWord, SpaceWhyAnswer } from "@/lib/core/why";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";

interface Row {
  source: number;
  vendor: string;
  metric: number;
  value: number;
  first_value: number;
  revisions: number;
  observed_at: Date;
  received_at: Date;
  flags: number;
  is_late: boolean;
}

const TELLING = [METRICS.occupancy, METRICS.occupancySmoothed, METRICS.motion, METRICS.deskOccupied]
  .map(({ code }) => code)
  .join(", ");
const DAY_MS = 24 * 60 * 60_000;
const MOST = 20;

/**
 * What came in a day and is not "now": a reading is late when another of a later moment had come before it. Read by
 * the moment it is about, because that is how readings lie.
 */
const READ_IGNORED = `
WITH mine AS (
  SELECT o.id, o.vendor, a.starts_at FROM assignment a JOIN source o ON o.id = a.source_id
  WHERE a.space_id = $1 AND a.ends_at IS NULL
),
said AS (
  SELECT m.vendor, r.*, v.observed_at AS now_at,
         min(r.received_at) OVER (PARTITION BY r.source_id, r.metric ORDER BY r.observed_at DESC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < r.received_at AS is_late
  FROM mine m JOIN reading r ON r.source_id = m.id AND r.metric IN (${TELLING})
  LEFT JOIN source_value v ON v.source_id = r.source_id AND v.metric = r.metric
  WHERE r.observed_at > now() - interval '2 days' AND r.observed_at >= m.starts_at
)
SELECT source_id AS source, vendor, metric, value, first_value, revisions, observed_at, received_at, flags, is_late
FROM said
WHERE received_at > now() - interval '1 day' AND observed_at IS DISTINCT FROM now_at
  AND (is_late OR revisions > 0 OR flags & ${READING_FLAGS.filledIn} > 0 OR received_at - observed_at > interval '1 day')
ORDER BY received_at DESC, observed_at DESC LIMIT ${MOST}`;

/** Events that came again, of the last hour: there is no index by what is in a delivery. */
const READ_REPEATS = `
SELECT coalesce(sum(d.duplicates), 0)::int AS repeats
FROM delivery d WHERE d.received_at > now() - interval '1 hour' AND d.duplicates > 0 AND EXISTS (
  SELECT 1 FROM assignment a JOIN source o ON o.id = a.source_id
  WHERE a.space_id = $1 AND a.ends_at IS NULL AND o.vendor = d.vendor AND position(o.external_id in d.body) > 0)`;

/** The last words of a space's sources that did not become what it shows, with the reason of each. */
export async function readIgnored(spaceId: string, db: Database = database()): Promise<SpaceWhyAnswer> {
  const values = [parseId(spaceId)];
  const [words, repeats] = await Promise.all([
    db.read.query<Row>({ name: "read-ignored", text: READ_IGNORED, values }),
    db.read.query<{ repeats: number }>({ name: "read-repeats", text: READ_REPEATS, values }),
  ]);
  return { spaceId, ignored: words.rows.map(ignoredWord), repeats: repeats.rows[0]?.repeats ?? 0 };
}

function ignoredWord(row: Row): IgnoredWord {
  return {
    source: String(row.source),
    vendor: row.vendor,
    metric: metricOf(row.metric),
    value: row.value,
    firstValue: row.revisions > 0 ? row.first_value : null,
    observedAt: row.observed_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    reason: reasonOf(row),
  };
}

function reasonOf(row: Row): IgnoredReason {
  if ((row.flags & READING_FLAGS.filledIn) > 0) return "filled-in";
  if (row.received_at.getTime() - row.observed_at.getTime() > DAY_MS) return "day-late";
  return row.revisions > 0 ? "corrected" : "older";
}
