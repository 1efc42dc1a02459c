import "server-only";
import type { PoolClient } from "pg";
import { type AirDecay, LEAST_EXCESS_PPM, OUTSIDE_PPM, USUAL_DAYS } from "@/lib/core/air-decay";
import type { Sample } from "@/lib/core/alerts/rule-step";
import { METRICS } from "@/lib/core/metric";
import type { Span } from "@/lib/core/moment-or-day";
import { database } from "./client";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

const CO2 = METRICS.co2.code;
const PEOPLE = [METRICS.occupancy.code, METRICS.motion.code];

const READ_STUFFY = `
SELECT a.space_id AS "spaceId", json_agg(json_build_object('at', ${msOf("r.observed_at")}, 'value', r.value) ORDER BY r.observed_at) AS samples
FROM assignment a JOIN source_value v ON v.source_id = a.source_id AND v.metric = ${CO2} AND v.observed_at >= $1
JOIN LATERAL (
  SELECT r.observed_at, r.value FROM reading r
  WHERE r.source_id = a.source_id AND r.metric = ${CO2} AND r.observed_at >= greatest(a.starts_at, $1) AND r.observed_at < $2
) r ON true
WHERE a.ends_at IS NULL AND a.space_id > $3 AND EXISTS (
  SELECT 1 FROM assignment p JOIN source_value w ON w.source_id = p.source_id AND w.metric = ANY($4::int2[])
  WHERE p.space_id = a.space_id AND p.ends_at IS NULL AND w.observed_at >= $1)
GROUP BY a.space_id HAVING max(r.value) >= ${OUTSIDE_PPM + LEAST_EXCESS_PPM} ORDER BY a.space_id LIMIT $5`;

/** CO₂ of spaces that know who is in and had more of it than outside, by id from one on. */
export async function readStuffy(
  db: Readable,
  { from, to }: Span,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<{ readonly spaceId: number; readonly samples: readonly Sample[] }[]> {
  const values = [new Date(from), new Date(to), after, PEOPLE, most];
  const { rows } = await db.read.query<{ spaceId: number; samples: Sample[] }>(READ_STUFFY, values);
  return rows;
}

/** Decays of these spaces in a span, oldest first. */
export async function readDecays(
  client: Pick<PoolClient, "query">,
  spaceIds: readonly number[],
  { from, to }: Span,
): Promise<(AirDecay & { readonly spaceId: number })[]> {
  const { rows } = await client.query<AirDecay & { spaceId: number }>(
    `SELECT space_id AS "spaceId", ${msOf("left_at")} AS "leftAt", minutes, is_halved AS "isHalved", ppm FROM air_decay
     WHERE space_id = ANY($1::int[]) AND left_at >= $2 AND left_at < $3 ORDER BY left_at`,
    [spaceIds, new Date(from), new Date(to)],
  );
  return rows;
}

export type NotedDecay = AirDecay & { readonly spaceId: number; readonly usual: number | null };

/** Puts these in the place of what was noted of the spaces in a span, and has the alert engine look at them. */
export async function replaceDecays(
  client: PoolClient,
  spaceIds: readonly number[],
  { from, to }: Span,
  decays: readonly NotedDecay[],
): Promise<void> {
  await client.query("DELETE FROM air_decay WHERE space_id = ANY($1::int[]) AND left_at >= $2 AND left_at < $3", [
    spaceIds,
    new Date(from),
    new Date(to),
  ]);
  const rows = decays.map(({ spaceId, leftAt, minutes, isHalved, ppm, usual }) => ({
    ...{ space_id: spaceId, left_at: new Date(leftAt), minutes, is_halved: isHalved, ppm, usual },
  }));
  await client.query("INSERT INTO air_decay SELECT * FROM json_populate_recordset(NULL::air_decay, $1::json)", [
    JSON.stringify(rows),
  ]);
  await client.query(
    `INSERT INTO alert_timer (subject, at) SELECT 'decay:' || id, now() FROM unnest($1::int[]) AS t(id)
     ON CONFLICT (subject) DO UPDATE SET at = least(alert_timer.at, EXCLUDED.at)`,
    [spaceIds],
  );
}

/** Forgets decays from before a moment. */
export const forgetDecays = (db: Readable, before: Date) =>
  db.read.query("DELETE FROM air_decay WHERE left_at < $1", [before]);

/** A decay as it was noted. Moments in ms. */
export type KnownDecay = Omit<NotedDecay, "spaceId">;

/** The newest decays of these spaces, at most so many of each, the newest first. */
export async function readLatestDecays(
  client: Pick<PoolClient, "query">,
  spaceIds: readonly number[],
  most: number,
): Promise<ReadonlyMap<number, readonly KnownDecay[]>> {
  const { rows } = await client.query<NotedDecay>({
    name: "latest-decays",
    text: `SELECT s.id AS "spaceId", ${msOf("d.left_at")} AS "leftAt", d.minutes, d.is_halved AS "isHalved", d.ppm, d.usual
      FROM unnest($1::int[]) AS s(id) CROSS JOIN LATERAL (
        SELECT * FROM air_decay d WHERE d.space_id = s.id ORDER BY d.left_at DESC LIMIT $2) d
      ORDER BY s.id, d.left_at DESC`,
    values: [spaceIds, most],
  });
  return Map.groupBy(rows, ({ spaceId }) => spaceId);
}

/** The newest decay of a space, and what the 30 days before a moment (ms) say. */
export async function readSpaceDecay(
  spaceId: number,
  now: number,
  db: Readable = database(),
): Promise<{ last: KnownDecay | null; recent: readonly AirDecay[] }> {
  const last = (await readLatestDecays(db.read, [spaceId], 1)).get(spaceId)?.[0] ?? null;
  const recent = await readDecays(db.read, [spaceId], { from: now - USUAL_DAYS * 86_400_000, to: now });
  return { last, recent };
}
