import "server-only";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/core/errors";
import type { FloorPlan, PlanConflict } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { say } from "@/lib/core/words";
import { isDrawingOf } from "@/lib/db/drawing-repository";
import { lockPlan, planOf, type StoredPlan, spacesOfFloor, strangersOnFloor } from "@/lib/db/floor-plan-repository";
import { parseId } from "@/lib/db/parse-id";

const MOST_DIFFERENCES = 200;

export const noSuchFloor = () => new AppError("not-found", "There is no such floor.");

/** A floor with its plan, locked. Throws `not-found`. */
export async function openPlan(client: PoolClient, floorId: string): Promise<{ id: number; plan: StoredPlan }> {
  const id = parseId(floorId);
  const plan = id === null ? null : await lockPlan(client, id);
  if (id === null || !plan) throw noSuchFloor();
  return { id, plan };
}

/** Somebody else was faster: says who, when, and what differs from the plan that was sent (null: none was). */
export async function staleDraft(
  client: PoolClient,
  floorId: number,
  stored: StoredPlan,
  sent: FloorPlan | null,
): Promise<AppError> {
  const spaces = await spacesOfFloor(client, floorId);
  const nameOf = (id: string) => spaces.get(id)?.name ?? null;
  const theirs = planOf(stored);
  const details: PlanConflict = {
    revision: stored.revision,
    savedAt: stored.savedAt?.toISOString() ?? null,
    savedBy: stored.savedBy,
    differences: planChanges(sent ?? theirs, theirs, nameOf).slice(0, MOST_DIFFERENCES),
  };
  const words =
    stored.savedBy === null
      ? say("Somebody changed this plan in the meantime. Nothing was saved.")
      : say("{name} changed this plan in the meantime. Nothing was saved.", { name: stored.savedBy });
  return new AppError("conflict", words, { ...details });
}

/** Everything a plan names belongs to its floor. Throws `not-found`. */
export async function checkBelongings(client: PoolClient, floorId: number, plan: FloorPlan): Promise<void> {
  const ids = [...new Set(plan.shapes.flatMap(({ spaceId }) => spaceId ?? []))];
  const strangers = await strangersOnFloor(client, floorId, ids);
  if (strangers.length > 0) throw new AppError("not-found", "A shape names a space that is not on this floor.");
  if (plan.drawing && !(await isDrawingOf(client, floorId, plan.drawing.id))) {
    throw new AppError("not-found", "The plan names a drawing that is not of this floor.");
  }
}
