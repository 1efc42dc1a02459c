import "server-only";
import { Lunch, type Speaker, SpeakerOrder } from "@/lib/core/fusion";
import { type MaintenanceTimes, WeeklyTimes } from "@/lib/core/maintenance";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import { Holidays, WorkingHours } from "@/lib/core/working-hours";
import { capacityOf } from "./capacity-sql";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

/** What figures of a space are made with, as it is set today. */
export interface FigureSpace {
  readonly id: number;
  readonly name: string;
  readonly kind: SpaceKind;
  readonly type: string | null;
  readonly floor: { readonly id: string; readonly name: string } | null;
  /** People. */
  readonly capacity: number | null;
  /** Part of the working hours in which it should be used, %. */
  readonly targetPercent: number | null;
  readonly holdMs: number | null;
  /** Who speaks for it, best first; null for the usual order. */
  readonly speakers: readonly Speaker[] | null;
  readonly lunch: Lunch | null;
  /** Maintenance of it and of what it stands in. */
  readonly windows: readonly MaintenanceTimes[];
  readonly timeZone: string;
  readonly workingHours: WorkingHours | null;
  readonly holidays: Holidays | null;
}

interface Row {
  id: number;
  name: string | null;
  kind: SpaceKind;
  type: string | null;
  capacity: number | null;
  target: number | null;
  hold: number | null;
  speakers: string[] | null;
  lunch: unknown;
  windows: [startsAt: number, endsAt: number | null, endedAt: number | null, weekly: unknown][] | null;
  floor_id: number | null;
  floor_name: string | null;
  time_zone: string | null;
  working_hours: unknown;
  holidays: unknown;
}

/** Everything that counts for a space on its way up to the site. */
const READ = `
WITH RECURSIVE up AS (
  SELECT s.id AS space_id, 0 AS depth, s.id, s.parent_id, s.kind, s.name, s.vendor_name, s.time_zone, s.working_hours, s.holidays
  FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL
  SELECT up.space_id, up.depth + 1, s.id, s.parent_id, s.kind, s.name, s.vendor_name, s.time_zone, s.working_hours, s.holidays
  FROM space s JOIN up ON s.id = up.parent_id
),
way AS (
  SELECT space_id,
    (array_agg(working_hours ORDER BY depth) FILTER (WHERE jsonb_typeof(working_hours) = 'object'))[1] AS working_hours,
    (array_agg(holidays ORDER BY depth) FILTER (WHERE kind = 'site'))[1] AS holidays,
    (array_agg(time_zone ORDER BY depth) FILTER (WHERE time_zone IS NOT NULL))[1] AS time_zone,
    max(id) FILTER (WHERE kind = 'floor') AS floor_id,
    max(coalesce(name, vendor_name)) FILTER (WHERE kind = 'floor') AS floor_name
  FROM up GROUP BY space_id
),
closed AS (
  SELECT up.space_id, json_agg(json_build_array(${msOf("w.starts_at")}, ${msOf("w.ends_at")}, ${msOf("w.ended_at")}, w.weekly)) AS windows
  FROM up JOIN maintenance_window w ON w.space_id = up.id GROUP BY 1
)
SELECT s.id, coalesce(s.name, s.vendor_name) AS name, s.kind, t.name AS type, ${capacityOf("s")} AS capacity,
       t.target_percent AS target, t.hold_minutes AS hold,
       t.speakers, t.lunch, closed.windows, way.floor_id, way.floor_name, way.time_zone, way.working_hours, way.holidays
FROM space s JOIN way ON way.space_id = s.id LEFT JOIN closed ON closed.space_id = s.id LEFT JOIN space_type t ON t.id = s.type_id
ORDER BY way.floor_name, way.floor_id, s.sort_order, name, s.id`;

/** These spaces, by floor and order; ids that are none are left out. */
export async function readFigureSpaces(ids: readonly number[], db: Readable): Promise<FigureSpace[]> {
  const { rows } = await db.read.query<Row>({ name: "figure-spaces", text: READ, values: [ids] });
  return rows.map(
    (row): FigureSpace => ({
      id: row.id,
      name: shown(row.name ?? ""),
      kind: row.kind,
      type: row.type,
      floor: row.floor_id === null ? null : { id: String(row.floor_id), name: shown(row.floor_name ?? "") },
      capacity: row.capacity,
      targetPercent: row.target,
      holdMs: row.hold === null ? null : row.hold * 60_000,
      speakers: SpeakerOrder.nullable().catch(null).parse(row.speakers),
      lunch: Lunch.nullable().catch(null).parse(row.lunch),
      windows: (row.windows ?? []).map(([startsAt, endsAt, endedAt, weekly]) => ({
        ...{ startsAt, endsAt, endedAt, timeZone: row.time_zone ?? "UTC" },
        weekly: WeeklyTimes.nullable().catch(null).parse(weekly),
      })),
      timeZone: row.time_zone ?? "UTC",
      workingHours: WorkingHours.nullable().catch(null).parse(row.working_hours),
      holidays: Holidays.nullable().catch(null).parse(row.holidays),
    }),
  );
}
