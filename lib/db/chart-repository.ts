import "server-only";
import type { ChartSum } from "@/lib/core/chart-value";
import type { Span } from "@/lib/core/moment-or-day";
import type { FigureSpace } from "./figure-space-repository";
import type { Readable } from "./place-of";

/** What belongs together in a chart. Each is a number: lib/core/chart-buckets.ts makes the same ones. */
const KEYS = {
  hour: "floor(extract(epoch FROM starts_at) * 1000)::float8",
  day: "(local_date - date '2000-01-03')::float8",
  week: "floor((local_date - date '2000-01-03') / 7.0)::float8",
  cell: "(extract(isodow FROM local_date) * 24 + local_hour)::float8",
} as const;
type ChartKey = keyof typeof KEYS;

/** One space in one hour that has no rollup yet. */
export interface LiveHour {
  readonly spaceId: number;
  readonly key: number;
  readonly validMs: number;
  readonly usedMs: number;
  readonly countedMs: number;
  readonly peopleMs: number;
  readonly maxPeople: number | null;
  /** The second of its kind on its day. */
  readonly isAgain: boolean;
}

export interface ChartQuestion {
  readonly spaces: readonly FigureSpace[];
  readonly scope: number;
  readonly key: ChartKey;
  /** Stretches to be read by the hour. */
  readonly hours: readonly Span[];
  /** Dates to be read by the day, the last one too; null for none. */
  readonly days: readonly [first: string, last: string] | null;
  readonly live: readonly LiveHour[];
  /** Hours that are second of their kind on their day: for counting days they do not count again. */
  readonly repeated: readonly number[];
  /** Only this cell (weekday × 24 + hour); null for all. */
  readonly cell: number | null;
  readonly perSpace: boolean;
}

const SUMS = "valid_ms, used_ms, counted_ms, people_ms, max_people";

const sql = (key: ChartKey) => `
WITH asked AS (SELECT * FROM unnest($1::int[], $2::int[]) AS t(space_id, capacity)),
base AS (
  SELECT space_id, ${KEYS[key]} AS key, ${SUMS}, starts_at = ANY(ARRAY(SELECT to_timestamp(s / 1000.0) FROM unnest($12::float8[]) AS t(s))) AS is_again
  FROM unnest($4::float8[], $5::float8[]) AS span(since, until)
  JOIN rollup_hour ON space_id = ANY($1::int[]) AND scope = $3
   AND starts_at >= to_timestamp(since / 1000.0) AND starts_at < to_timestamp(until / 1000.0)
   AND ($13::float8 IS NULL OR ${KEYS.cell} = $13)
  ${
    key === "day" || key === "week"
      ? `UNION ALL SELECT space_id, ${KEYS[key]}, ${SUMS}, false FROM rollup_day
         WHERE space_id = ANY($1::int[]) AND scope = $3 AND local_date BETWEEN $17::date AND $18::date`
      : ""
  }
  UNION ALL
  SELECT * FROM unnest($6::int[], $7::float8[], $8::int[], $9::int[], $10::int[], $11::float8[], $14::int[], $16::bool[]) AS t
),
per AS (
  SELECT space_id, key, sum(valid_ms)::float8 AS valid, sum(used_ms)::float8 AS used, sum(counted_ms)::float8 AS counted,
         sum(people_ms) AS people, max(max_people) AS most, count(*) FILTER (WHERE NOT is_again AND valid_ms > 0) AS days
  FROM base GROUP BY 1, 2
)
SELECT CASE WHEN $15::bool THEN space_id ELSE 0 END AS "spaceId", key, sum(valid) AS "validMs", sum(used) AS "usedMs", sum(counted) AS "countedMs",
       sum(people / nullif(counted, 0)) AS people, sum(capacity * counted)::float8 AS "seatMs",
       sum(people) FILTER (WHERE capacity IS NOT NULL) AS "seatedMs", max(most) AS "maxPeople", max(days)::int AS days
FROM per JOIN asked USING (space_id) GROUP BY 1, 2`;

const live = (hours: readonly LiveHour[]) => [
  hours.map(({ spaceId }) => spaceId),
  hours.map(({ key }) => key),
  hours.map(({ validMs }) => validMs),
  hours.map(({ usedMs }) => usedMs),
  hours.map(({ countedMs }) => countedMs),
  hours.map(({ peopleMs }) => peopleMs),
];

/** Sums per bucket or cell, of each space or of all together. */
export async function readChartSums(question: ChartQuestion, db: Readable): Promise<ChartSum[]> {
  const { spaces, scope, key, hours, days, repeated, cell, perSpace } = question;
  const isByDay = key === "day" || key === "week";
  const { rows } = await db.read.query<ChartSum>({
    name: `chart-${key}`,
    text: sql(key),
    values: [
      spaces.map(({ id }) => id),
      spaces.map(({ capacity }) => capacity),
      scope,
      hours.map(({ from }) => from),
      hours.map(({ to }) => to),
      ...live(question.live),
      repeated,
      cell,
      question.live.map(({ maxPeople }) => maxPeople),
      perSpace,
      question.live.map(({ isAgain }) => isAgain),
      // A parameter that is not used has no type.
      ...(isByDay ? (days ?? [null, null]) : []),
    ],
  });
  return rows;
}
