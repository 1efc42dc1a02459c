import "server-only";
import { type PlanOverview, thumbnailOf } from "@/lib/core/plan-overview";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { listFloorHeads } from "@/lib/db/floor-repository";
import { readPlanStates } from "@/lib/db/plan-state-repository";

/** Every floor of these sites (null: of all) with the state of its plan, in the order of the switcher. */
export async function listPlans(sites: readonly number[] | null, db: Database = database()): Promise<PlanOverview[]> {
  const floors = await listFloorHeads(sites, db);
  const states = await readPlanStates(
    floors.map(({ id }) => Number(id)),
    db,
  );
  return floors.map((floor) => {
    const { plan = null, ...state } = states.get(floor.id) ?? NOTHING;
    return { floor, ...state, thumbnail: plan && thumbnailOf(plan) };
  });
}

const NOTHING = { published: null, draft: null, spaces: 0, notOnPlan: 0, plan: null };
