import "server-only";
import type { PoolClient } from "pg";
import type { AlertSeverity } from "@/lib/core/alert";
import { msOf } from "../moment-us";

/** What an open alert says of its impact now. Moments in ms. */
export interface Weighed {
  readonly id: string;
  readonly severity: AlertSeverity;
  /** The spaces it is about: of an incident those of what belongs to it. */
  readonly spaceIds: readonly number[];
  readonly people: number | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly spaces: number;
  readonly rank: number;
}

/** Open alerts about these spaces and the incidents they belong to, and these alerts. Locked in the order of their ids. */
const READ_WEIGHED = `
WITH mine AS (
  SELECT id, parent_id FROM alert WHERE resolved_at IS NULL AND (space_id = ANY($1::int[]) OR id = ANY($2::bigint[]))
)
SELECT a.id::text AS id, a.severity, a.people, ${msOf("a.booking_starts_at")} AS "startsAt", ${msOf("a.booking_ends_at")} AS "endsAt",
       a.spaces, a.rank,
       ARRAY(SELECT DISTINCT c.space_id FROM alert c WHERE c.space_id IS NOT NULL
             AND (c.parent_id = a.id AND c.resolved_at IS NULL OR c.id = a.id AND a.kind <> 'floor-offline')) AS "spaceIds"
FROM alert a WHERE a.resolved_at IS NULL AND a.id IN (SELECT id FROM mine UNION SELECT parent_id FROM mine)
ORDER BY a.id FOR UPDATE OF a`;

export async function readWeighed(
  client: PoolClient,
  spaceIds: readonly number[],
  ids: readonly string[],
): Promise<Weighed[]> {
  if (spaceIds.length === 0 && ids.length === 0) return [];
  const { rows } = await client.query<Weighed>({ name: "alert-weighed", text: READ_WEIGHED, values: [spaceIds, ids] });
  return rows;
}

/** Writes what changed. */
export async function writeWeighed(
  client: PoolClient,
  weighed: readonly Omit<Weighed, "severity" | "spaceIds">[],
): Promise<void> {
  if (weighed.length === 0) return;
  const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  const rows = weighed.map(({ id, people, startsAt, endsAt, spaces, rank }) => ({
    ...{ id, people, spaces, rank },
    booking_starts_at: at(startsAt),
    booking_ends_at: at(endsAt),
  }));
  await client.query({
    name: "write-weighed",
    text: `UPDATE alert a SET people = n.people, booking_starts_at = n.booking_starts_at, booking_ends_at = n.booking_ends_at,
        spaces = n.spaces, rank = n.rank
      FROM json_populate_recordset(NULL::alert, $1::json) n WHERE a.id = n.id`,
    values: [JSON.stringify(rows)],
  });
}
