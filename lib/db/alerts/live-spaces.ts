import "server-only";
import type { PoolClient } from "pg";
import { verdictAt } from "@/lib/core/floor";
import { readSpaceRows } from "../space-rows";
import { readSpaces } from "../space-rows-sql";
import { spaceSnapshot } from "../space-snapshot";

/** What is so in a space right now. Moments are ms since the epoch. */
export interface LiveSpace {
  readonly state: string;
  /** Whole people; the last known count where its sensors are silent; null when nobody counts. */
  readonly people: number | null;
  readonly capacity: number | null;
  readonly bookings: readonly { readonly startsAt: number; readonly endsAt: number | null }[];
  /** The booking that nobody uses. */
  readonly unused: { readonly startsAt: number; readonly endsAt: number | null } | null;
}

const PICKED = readSpaces(
  `SELECT s.id, NULL::int AS floor_id, false AS removed, s.sort_order, coalesce(s.name, s.vendor_name) AS name
   FROM space s WHERE s.id = ANY($1::int[])`,
);

/** The live state of these spaces. */
export async function readLiveSpaces(
  client: PoolClient,
  spaceIds: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, LiveSpace>> {
  if (spaceIds.length === 0) return new Map();
  const { rows } = await readSpaceRows({ name: "alert-spaces", text: PICKED, values: [spaceIds] }, { read: client });
  return new Map(
    rows.map((row) => {
      const snapshot = spaceSnapshot(row, now);
      const verdict = verdictAt(snapshot, now);
      const last = snapshot.metrics.occupancy?.value;
      const bookings = snapshot.bookings.flatMap(({ startsAt, checkedInAt, endsAt }) => {
        const from = startsAt ?? checkedInAt;
        return from === null
          ? []
          : [{ startsAt: Date.parse(from), endsAt: endsAt === null ? null : Date.parse(endsAt) }];
      });
      const held = verdict.heldBy === null ? undefined : snapshot.bookings[verdict.heldBy]?.startsAt;
      const unused = verdict.state === "ghost" ? bookings.find((one) => one.startsAt === Date.parse(held ?? "")) : null;
      return [
        row.id,
        {
          state: verdict.state,
          people: verdict.count ?? (last === undefined ? null : Math.max(0, Math.round(last))),
          capacity: snapshot.capacity,
          bookings,
          unused: unused ?? null,
        },
      ];
    }),
  );
}
