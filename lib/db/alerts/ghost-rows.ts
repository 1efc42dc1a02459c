import "server-only";
import type { PoolClient } from "pg";
import { METRICS } from "@/lib/core/metric";
import { msOf } from "../moment-us";

/** A booking of a space that is not over and that nobody has checked in to, ms. */
export interface BookedSpace {
  readonly spaceId: number;
  readonly startsAt: number;
  readonly endsAt: number | null;
}

/** The next such booking, or the one that runs, of each of these spaces. */
export async function readBooked(client: PoolClient, spaceIds: readonly number[], now: Date): Promise<BookedSpace[]> {
  const { rows } = await client.query<BookedSpace>({
    name: "alert-booked",
    text: `SELECT DISTINCT ON (a.space_id) a.space_id AS "spaceId", ${msOf("b.starts_at")} AS "startsAt", ${msOf("b.ends_at")} AS "endsAt"
      FROM assignment a JOIN booking b ON b.source_id = a.source_id
      WHERE a.space_id = ANY($1::int[]) AND a.ends_at IS NULL AND b.cancelled_at IS NULL AND b.checked_in_at IS NULL
        AND b.starts_at IS NOT NULL AND b.ends_at > $2 AND b.starts_at < $2::timestamptz + interval '1 day'
      ORDER BY a.space_id, b.starts_at`,
    values: [spaceIds, now],
  });
  return rows;
}

/** A source that could tell whether somebody is in a space, and when it was heard since. Moments in ms. */
export interface Sensing {
  readonly sourceId: number;
  readonly vendor: string;
  readonly intervalMs: number | null;
  /** Null when its vendor never said whether it is connected. */
  readonly online: { readonly isOn: boolean; readonly since: number } | null;
  readonly moments: readonly number[];
}

const PEOPLE = [METRICS.occupancy, METRICS.motion, METRICS.deskOccupied].map(({ code }) => code);

/** Who senses people in a space, and when they were heard since a little before a moment. */
export async function readSensing(client: PoolClient, spaceId: number, from: Date): Promise<Sensing[]> {
  const { rows } = await client.query<Omit<Sensing, "online"> & { online: number | null; since: number | null }>({
    name: "alert-sensing",
    text: `SELECT o.id AS "sourceId", o.vendor, o.expected_interval_ms AS "intervalMs", c.value AS online, ${msOf("c.band_since")} AS since,
        ARRAY(SELECT ${msOf("r.observed_at")} FROM reading r WHERE r.source_id = o.id AND r.metric = ANY($3::int[])
              AND r.observed_at > $2::timestamptz - interval '15 minutes' ORDER BY r.observed_at) AS moments
      FROM assignment a JOIN source o ON o.id = a.source_id
      LEFT JOIN source_value c ON c.source_id = o.id AND c.metric = ${METRICS.online.code}
      WHERE a.space_id = $1 AND a.ends_at IS NULL
        AND EXISTS (SELECT 1 FROM source_value v WHERE v.source_id = o.id AND v.metric = ANY($3::int[]))
      ORDER BY o.id`,
    values: [spaceId, from, PEOPLE],
  });
  return rows.map(({ online, since, ...row }) => ({
    ...row,
    online: online === null ? null : { isOn: online > 0, since: since ?? 0 },
  }));
}
