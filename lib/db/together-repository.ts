import "server-only";
import type { Span } from "@/lib/core/moment-or-day";
import type { KeptLine } from "@/lib/core/sweep";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

/** What several spaces had at most in each hour that begins in a span: more than this they cannot have had together. */
export async function readHourBounds(ids: readonly number[], scope: number, span: Span, db: Readable) {
  const { rows } = await db.read.query<{ from: number; people: number; inUse: number }>({
    name: "rollup-bounds",
    text: `SELECT ${msOf("starts_at")} AS "from", coalesce(sum(max_people), -1)::int AS people,
        count(*) FILTER (WHERE used_ms > 0)::int AS "inUse"
      FROM rollup_hour WHERE space_id = ANY($1::int[]) AND scope = $2
        AND starts_at >= to_timestamp($3 / 1000.0) AND starts_at < to_timestamp($4 / 1000.0)
      GROUP BY starts_at`,
    values: [ids, scope, span.from, span.to],
  });
  return rows;
}

/** The kept lines of these hours, in order. */
export async function readLinesAt(
  ids: readonly number[],
  scope: number,
  starts: readonly number[],
  db: Readable,
): Promise<KeptLine[]> {
  const { rows } = await db.read.query<[number, number, Buffer]>({
    name: "rollup-lines-at",
    text: `SELECT space_id, ${msOf("starts_at")}, line FROM rollup_hour
      WHERE space_id = ANY($1::int[]) AND scope = $2 AND starts_at = ANY(ARRAY(SELECT to_timestamp(s / 1000.0) FROM unnest($3::float8[]) AS t(s)))
      ORDER BY starts_at`,
    values: [ids, scope, starts],
    rowMode: "array",
  });
  return rows.map(([spaceId, from, line]) => ({ spaceId, from, line }));
}
