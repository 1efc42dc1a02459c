import "server-only";
import type { PoolClient } from "pg";
import type { Calendar, ScopedPlace } from "@/lib/core/alerts/scope";
import type { SpaceKind } from "@/lib/core/space";
import { effectiveHours, Holidays, WorkingHours } from "@/lib/core/working-hours";

interface StepRow {
  space_id: number;
  id: number;
  kind: SpaceKind;
  type_id: number | null;
  tags: string[];
  name: string | null;
  time_zone: string | null;
  working_hours: unknown;
  holidays: unknown;
  archived: boolean;
}

/** The way from each of $1 up to its site, the space itself first. */
const READ_WAYS = `
WITH RECURSIVE up AS (
  SELECT s.id AS space_id, 0 AS depth, s.* FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL SELECT up.space_id, up.depth + 1, s.* FROM space s JOIN up ON s.id = up.parent_id
)
SELECT space_id, id, kind, type_id, tags, coalesce(name, vendor_name) AS name, time_zone, working_hours, holidays,
       archived_at IS NOT NULL AS archived
FROM up ORDER BY space_id, depth`;

/** Where a space is, and whose clock and hours count there. */
export interface Way extends ScopedPlace {
  readonly spaceId: number;
  readonly name: string;
  readonly floorId: number | null;
  readonly siteId: number | null;
  readonly isArchived: boolean;
  readonly calendar: Calendar;
}

/** The ways of these spaces; those that do not exist are left out. */
export async function readWays(
  client: Pick<PoolClient, "query">,
  spaceIds: readonly number[],
): Promise<ReadonlyMap<number, Way>> {
  if (spaceIds.length === 0) return new Map();
  const { rows } = await client.query<StepRow>({ name: "alert-ways", text: READ_WAYS, values: [spaceIds] });
  return new Map([...Map.groupBy(rows, (row) => row.space_id)].map(([id, steps]) => [id, wayOf(id, steps)]));
}

function wayOf(spaceId: number, steps: readonly StepRow[]): Way {
  const [self] = steps;
  if (!self) throw new Error(`Space ${spaceId} has no way up`); // grouped rows are never empty
  const site = steps.find(({ kind }) => kind === "site");
  const hours = WorkingHours.nullable().catch(null);
  const way = steps.map((step) => ({ workingHours: hours.parse(step.working_hours) }));
  return {
    spaceId,
    name: self.name ?? "",
    kind: self.kind,
    typeId: self.type_id,
    tags: self.tags,
    wayUp: steps.map(({ id }) => id),
    floorId: steps.find(({ kind }) => kind === "floor")?.id ?? null,
    siteId: site?.id ?? null,
    isArchived: steps.some(({ archived }) => archived),
    calendar: {
      hours: effectiveHours(way)?.hours ?? null,
      holidays: Holidays.nullable()
        .catch(null)
        .parse(site?.holidays ?? null),
      timeZone: site?.time_zone ?? "UTC",
    },
  };
}
