import "server-only";
import type { FloorPlan } from "@/lib/core/floor-plan";
import type { PlanOverview } from "@/lib/core/plan-overview";
import { shown } from "@/lib/core/space-row";
import type { Database } from "./database";

interface StateRow {
  floor_id: number;
  plan: FloorPlan | null;
  published_at: Date | null;
  published_by: string | null;
  has_draft: boolean;
  draft_saved_at: Date | null;
  draft_saved_by: string | null;
  spaces: number;
  not_on_plan: number;
}

/** What a list of plans says of a floor, with what is to be seen of it. */
export type PlanState = Omit<PlanOverview, "floor" | "thumbnail"> & { readonly plan: FloorPlan | null };

const STATES = `
SELECT f.id AS floor_id, coalesce(p.published, p.draft) AS plan, p.published_at, p.published_by,
       p.draft IS NOT NULL AS has_draft, p.draft_saved_at, p.draft_saved_by, m.spaces, m.not_on_plan
FROM unnest($1::int[]) AS f(id)
LEFT JOIN floor_plan p ON p.floor_id = f.id
CROSS JOIN LATERAL (
  SELECT count(*)::int AS spaces, (count(*) FILTER (WHERE NOT s.id::text = ANY(drawn.ids)))::int AS not_on_plan
  FROM floor_member m JOIN space s ON s.id = m.space_id AND s.archived_at IS NULL
  CROSS JOIN (
    SELECT coalesce(array_agg(shape->>'spaceId'), '{}') AS ids
    FROM jsonb_array_elements(coalesce(p.published->'shapes', '[]')) AS shape WHERE shape->>'spaceId' IS NOT NULL
  ) AS drawn
  WHERE m.floor_id = f.id AND NOT m.removed
) AS m`;

const who = (name: string | null) => (name === null ? null : shown(name));

/** The states of the plans of these floors, by floor. */
export async function readPlanStates(floorIds: readonly number[], db: Database): Promise<Map<string, PlanState>> {
  const { rows } = await db.read.query<StateRow>(STATES, [floorIds]);
  return new Map(
    rows.map((row) => [
      String(row.floor_id),
      {
        plan: row.plan,
        published: row.published_at && { at: row.published_at.toISOString(), by: who(row.published_by) },
        draft: row.has_draft ? { at: row.draft_saved_at?.toISOString() ?? null, by: who(row.draft_saved_by) } : null,
        spaces: row.spaces,
        notOnPlan: row.not_on_plan,
      },
    ]),
  );
}
