import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Span } from "@/lib/core/moment-or-day";
import type { UseTotals } from "@/lib/core/use-totals";
import { msOf } from "./moment-us";

/** Which time a rollup is about. */
export const SCOPES = { all: 0, working: 1 } as const;

export interface HourRollup extends Span, UseTotals {
  readonly spaceId: number;
  readonly scope: number;
  /** On the site's calendar. */
  readonly date: string;
  readonly hour: number;
  /** lib/core/line-code.ts */
  readonly line: Uint8Array;
}

export type DayRollup = Omit<HourRollup, "hour" | "line">;

const SHARED = [
  ["space_id", "int4"],
  ["scope", "int2"],
  ["starts_at", "float8"],
  ["ends_at", "float8"],
  ["local_date", "date"],
  ["valid_ms", "int4"],
  ["used_ms", "int4"],
  ["counted_ms", "int4"],
  ["used_counted_ms", "int4"],
  ["people_ms", "float8"],
  ["min_people", "int4"],
  ["max_people", "int4"],
  ["max_at", "float8"],
  ["starts", "int4"],
  ["carried", "bool"],
  ["head_ms", "int4"],
  ["tail_ms", "int4"],
  ["longest_ms", "int4"],
  ["is_whole", "bool"],
] as const;
const HOUR_ONLY = [
  ["local_hour", "int2"],
  ["line", "bytea"],
] as const;

const shared = (row: DayRollup) => [
  row.spaceId,
  row.scope,
  row.from,
  row.to,
  row.date,
  row.validMs,
  row.usedMs,
  row.countedMs,
  row.usedCountedMs,
  row.peopleMs,
  row.minPeople,
  row.maxPeople,
  row.maxAt,
  row.starts,
  row.carried,
  row.headMs,
  row.tailMs,
  row.longestMs,
  row.isWhole,
];

const MOMENTS = ["starts_at", "ends_at", "max_at"];

function insertInto(table: string, columns: readonly (readonly [name: string, type: string])[]): string {
  const names = columns.map(([name]) => name);
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`);
  const values = names.map((name) => (MOMENTS.includes(name) ? `to_timestamp(${name} / 1000.0)` : name));
  return `INSERT INTO ${table} (${names.join(", ")}) SELECT ${values.join(", ")} FROM unnest(${arrays.join(", ")}) AS t(${names.join(", ")})`;
}

const INSERT_HOURS = insertInto("rollup_hour", [...SHARED, ...HOUR_ONLY]);
const INSERT_DAYS = insertInto("rollup_day", SHARED);

const columnsOf = (rows: readonly (readonly unknown[])[], width: number) =>
  Array.from({ length: width }, (_, i) => rows.map((row) => row[i]));

/** Puts these hours in the place of whatever began in the span. */
export async function replaceHours(
  client: PoolClient,
  spaceIds: readonly number[],
  span: Span,
  hours: readonly HourRollup[],
): Promise<void> {
  await client.query(
    `DELETE FROM rollup_hour WHERE space_id = ANY($1::int[]) AND scope IN (0, 1)
     AND starts_at >= to_timestamp($2 / 1000.0) AND starts_at < to_timestamp($3 / 1000.0)`,
    [spaceIds, span.from, span.to],
  );
  const rows = hours.map((row) => [...shared(row), row.hour, Buffer.from(row.line)]);
  await client.query(INSERT_HOURS, columnsOf(rows, SHARED.length + HOUR_ONLY.length));
}

/** Puts these days in the place of whatever there was for the dates. */
export async function replaceDays(
  client: PoolClient,
  spaceIds: readonly number[],
  dates: readonly [first: string, last: string],
  days: readonly DayRollup[],
): Promise<void> {
  await client.query(
    "DELETE FROM rollup_day WHERE space_id = ANY($1::int[]) AND scope IN (0, 1) AND local_date BETWEEN $2::date AND $3::date",
    [spaceIds, ...dates],
  );
  await client.query(INSERT_DAYS, columnsOf(days.map(shared), SHARED.length));
}

const TOTALS = `space_id, scope, ${msOf("starts_at")}, ${msOf("ends_at")}, local_date::text, valid_ms, used_ms, counted_ms,
  used_counted_ms, people_ms, min_people, max_people, ${msOf("max_at")}, starts, carried, head_ms, tail_ms, longest_ms, is_whole`;

type TotalsRow = [
  spaceId: number,
  scope: number,
  from: number,
  to: number,
  date: string,
  validMs: number,
  usedMs: number,
  countedMs: number,
  usedCountedMs: number,
  peopleMs: number,
  minPeople: number | null,
  maxPeople: number | null,
  maxAt: number | null,
  starts: number,
  carried: boolean,
  headMs: number,
  tailMs: number,
  longestMs: number,
  isWhole: boolean,
];

function rollupOf(row: TotalsRow): DayRollup {
  const [spaceId, scope, from, to, date, validMs, usedMs, countedMs, usedCountedMs, peopleMs, ...more] = row;
  const [minPeople, maxPeople, maxAt, starts, carried, headMs, tailMs, longestMs, isWhole] = more;
  const sums = { validMs, usedMs, countedMs, usedCountedMs, peopleMs, minPeople, maxPeople, maxAt };
  return { spaceId, scope, from, to, date, ...sums, starts, carried, headMs, tailMs, longestMs, isWhole };
}

/** Where to ask: a pool, or the client of a transaction. */
type Asked = Pick<Pool, "query">;

/** Hours that begin in a span, in order; `line` only when asked for. */
export async function readHours(
  spaceIds: readonly number[],
  scope: number | null,
  span: Span,
  db: Asked,
): Promise<(DayRollup & { readonly hour: number })[]> {
  const { rows } = await db.query<[...TotalsRow, number]>({
    name: "rollup-hours",
    text: `SELECT ${TOTALS}, local_hour FROM rollup_hour
      WHERE space_id = ANY($1::int[]) AND ($2::int2 IS NULL OR scope = $2)
        AND starts_at >= to_timestamp($3 / 1000.0) AND starts_at < to_timestamp($4 / 1000.0)
      ORDER BY space_id, scope, starts_at`,
    values: [spaceIds, scope, span.from, span.to],
    rowMode: "array",
  });
  return rows.map((row) => ({ ...rollupOf(row as unknown as TotalsRow), hour: row[19] }));
}

/** Days of these dates (the last one too), in order. */
export async function readDays(
  spaceIds: readonly number[],
  scope: number,
  dates: readonly [first: string, last: string],
  db: Asked,
): Promise<DayRollup[]> {
  const { rows } = await db.query<TotalsRow>({
    name: "rollup-days",
    text: `SELECT ${TOTALS} FROM rollup_day
      WHERE space_id = ANY($1::int[]) AND scope = $2 AND local_date BETWEEN $3::date AND $4::date
      ORDER BY space_id, local_date`,
    values: [spaceIds, scope, ...dates],
    rowMode: "array",
  });
  return rows.map(rollupOf);
}
