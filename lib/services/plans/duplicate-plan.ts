import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { DrawingPlacement, FloorPlan, PlanDraft, PlanDuplicate, Shape } from "@/lib/core/floor-plan";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { copyDrawing } from "@/lib/db/drawing-repository";
import { type FloorSpace, planOf, spacesOfFloor, storeDraft } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { openPlan, staleDraft } from "./editing";
import { reread } from "./save-draft";

/**
 * Makes a draft out of another floor's plan: frame, drawing and shapes; its spaces are proposed as new ones of this floor.
 * Throws `not-found`, `invalid` when there is nothing to copy, and `conflict` when this floor's plan is another than the
 * revision named (none named: when there is any).
 */
export async function duplicatePlan(
  floorId: string,
  { fromFloorId, revision }: PlanDuplicate,
  actor: Actor,
  db: Database = database(),
): Promise<PlanDraft> {
  const site = await placeOfSpace(floorId, db);
  await inTransaction(db.read, async (client) => {
    const [from, to] = await openBoth(client, fromFloorId, floorId);
    const isEmpty = to.plan.draft === null && to.plan.published === null;
    if (revision === undefined ? !isEmpty : revision !== to.plan.revision) {
      throw await staleDraft(client, to.id, to.plan, null);
    }
    const plan = from.plan.published ?? planOf(from.plan);
    if (plan.shapes.length === 0 && !plan.drawing) throw new AppError("invalid", "That floor has no plan to copy.");
    const spaces = await spacesOfFloor(client, from.id);
    const drawing = await copiedDrawing(client, plan.drawing, from.id, to.id);
    await storeDraft(client, to.id, copyOf(plan, drawing, spaces), actor.name);
    const entry = { action: "plan.duplicate", objectType: "floor", objectId: floorId, siteId: site?.siteId ?? null };
    await writeAudit(client, { actor, ...entry, after: { fromFloorId, shapes: plan.shapes.length } });
  });
  return reread(floorId, db);
}

/** In the order of their ids, so that two who copy crosswise do not wait for each other for ever. */
async function openBoth(client: PoolClient, fromId: string, toId: string) {
  if (fromId === toId) throw new AppError("invalid", "Choose another floor to copy from.");
  if (Number(fromId) < Number(toId)) {
    const from = await openPlan(client, fromId);
    return [from, await openPlan(client, toId)] as const;
  }
  const to = await openPlan(client, toId);
  return [await openPlan(client, fromId), to] as const;
}

async function copiedDrawing(client: PoolClient, drawing: DrawingPlacement | null, from: number, to: number) {
  const id = drawing && (await copyDrawing(client, drawing.id, from, to));
  return drawing && id ? { ...drawing, id } : null;
}

function copyOf(plan: FloorPlan, drawing: DrawingPlacement | null, spaces: ReadonlyMap<string, FloorSpace>): FloorPlan {
  return { ...plan, drawing, shapes: plan.shapes.map((shape) => proposed(shape, spaces)) };
}

function proposed({ spaceId, edit, ...shape }: Shape, spaces: ReadonlyMap<string, FloorSpace>): Shape {
  const space = spaceId === null ? undefined : spaces.get(spaceId);
  const { name = space?.name, capacity = space?.ownCapacity, typeId = space?.typeId?.toString() ?? null } = edit ?? {};
  if (name === undefined) return { ...shape, spaceId: null };
  return { ...shape, spaceId: null, edit: { name, capacity: capacity ?? null, typeId } };
}
