import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { FloorPlan, PlanDraft, Shape } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-checks";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { type FloorSpace, spacesOfFloor, storePublished } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { changeSpace } from "@/lib/db/space-write";
import { checkBelongings, openPlan, staleDraft } from "./editing";
import { reread } from "./save-draft";

/** How many changes the audit log keeps word for word. */
const MOST_TOLD = 50;

/** What a publishing did. */
export interface Publishing {
  readonly draft: PlanDraft;
  /** Floors on which it shows. */
  readonly floorIds: readonly number[];
}

/**
 * The draft becomes what viewers see, and what its shapes say about their spaces becomes true. Throws `not-found`,
 * `invalid` (with what must be right first) and `conflict` when it is no longer the draft of that revision.
 */
export async function publishPlan(
  floorId: string,
  revision: number,
  actor: Actor,
  db: Database = database(),
): Promise<Publishing> {
  const site = await placeOfSpace(floorId, db);
  const floorIds = await inTransaction(db.read, async (client) => {
    const { id, plan: stored } = await openPlan(client, floorId);
    if (stored.revision !== revision) throw await staleDraft(client, id, stored, null);
    if (stored.draft === null) throw new AppError("conflict", "There is no draft to publish.");
    await checkBelongings(client, id, stored.draft);
    const spaces = await spacesOfFloor(client, id);
    const made = await applyEdits({ client, floorId: id, actor, spaces, touched: new Set([id]) }, stored.draft);
    await storePublished(client, id, made.plan, actor.name);
    const changes = planChanges(stored.published, stored.draft, (space) => spaces.get(space)?.name ?? null);
    const told = { changes: changes.length, summary: changes.slice(0, MOST_TOLD).map(({ text }) => text) };
    const entry = { action: "plan.publish", objectType: "floor", objectId: floorId, siteId: site?.siteId ?? null };
    await writeAudit(client, { actor, ...entry, after: { ...told, revision: stored.publishedRevision + 1 } });
    return [...made.touched];
  });
  return { draft: await reread(floorId, db), floorIds };
}

interface Work {
  readonly client: PoolClient;
  readonly floorId: number;
  readonly actor: Actor;
  readonly spaces: ReadonlyMap<string, FloorSpace>;
  readonly touched: Set<number>;
}

async function applyEdits(work: Work, plan: FloorPlan): Promise<{ plan: FloorPlan; touched: Set<number> }> {
  const shapes: Shape[] = [];
  for (const shape of plan.shapes) shapes.push(await applyEdit(work, shape));
  return { plan: { ...plan, shapes }, touched: work.touched };
}

async function applyEdit({ client, actor, spaces, touched }: Work, shape: Shape): Promise<Shape> {
  const { edit, ...rest } = shape;
  if (!edit || shape.spaceId === null) return shape;
  const space = spaces.get(shape.spaceId);
  const { name, capacity } = edit;
  const change = { ...(name !== undefined && { name }), ...(capacity !== undefined && { capacity }) };
  if (space) for (const id of (await changeSpace(client, space.id, change, actor)) ?? []) touched.add(id);
  return rest;
}
