import "server-only";
import type { PoolClient } from "pg";
import { WeeklyTimes } from "@/lib/core/maintenance";

/** A maintenance window that is on or to come. Moments are ms since the epoch. */
export interface LiveWindow {
  readonly id: number;
  readonly name: string;
  readonly spaceId: number | null;
  readonly sourceId: number | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly endedAt: number | null;
  readonly weekly: WeeklyTimes | null;
  /** Null: every kind. */
  readonly mutedKinds: readonly string[] | null;
}

interface Row {
  id: number;
  name: string;
  space_id: number | null;
  source_id: number | null;
  starts_at: Date;
  ends_at: Date | null;
  ended_at: Date | null;
  weekly: unknown;
  muted_kinds: string[] | null;
}

/** Windows that are not over at a moment. */
export async function readLiveWindows(client: PoolClient, now: Date): Promise<LiveWindow[]> {
  const { rows } = await client.query<Row>({
    name: "alert-windows",
    text: `SELECT id, name, space_id, source_id, starts_at, ends_at, ended_at, weekly, muted_kinds FROM maintenance_window
      WHERE coalesce(least(ends_at, ended_at), 'infinity') > $1::timestamptz ORDER BY id`,
    values: [now],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    spaceId: row.space_id,
    sourceId: row.source_id,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at?.getTime() ?? null,
    endedAt: row.ended_at?.getTime() ?? null,
    weekly: WeeklyTimes.nullable().catch(null).parse(row.weekly),
    mutedKinds: row.muted_kinds,
  }));
}
