import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { type FloorPlan, isSpaceShape, type Shape } from "@/lib/core/floor-plan";
import type { PlanImportApply, PlanImportResult } from "@/lib/core/plan-import/plan-import";
import { say } from "@/lib/core/words";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { type FloorSpace, isFloorIn, lockPlan, spacesOfFloor, storeDraft } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { createSpace } from "@/lib/db/space-write";
import { noSuchFloor } from "./editing";

type ImportLevel = PlanImportApply["levels"][number];
type ImportedFloor = PlanImportResult["floors"][number];

/** What an import did. */
export interface PlanImported {
  readonly result: PlanImportResult;
  /** Floors that are new. */
  readonly floorIds: readonly number[];
}

/**
 * Levels of a file become drafts of a building's floors, all or none; floors that are not there yet are made. Shapes find
 * the spaces of their floor by name; the others are made when the draft is published. Throws `not-found`, `invalid`,
 * and `conflict` when a floor has a draft already or its name is taken.
 */
export async function applyPlanImport(
  { buildingId, levels }: PlanImportApply,
  actor: Actor,
  db: Database = database(),
): Promise<PlanImported> {
  const site = await placeOfSpace(buildingId, db);
  const named = levels.flatMap(({ floorId }) => floorId ?? []);
  if (new Set(named).size !== named.length) throw new AppError("invalid", "Two levels go to the same floor.");
  const floors = await inTransaction(db.read, async (client) => {
    const done: ImportedFloor[] = [];
    for (const level of inOrderOfLocks(levels)) done.push(await importLevel(client, buildingId, level, actor));
    const entry = { action: "plan.import", objectType: "building", objectId: buildingId, siteId: site?.siteId ?? null };
    await writeAudit(client, { actor, ...entry, after: { floors: done } });
    return done;
  });
  const floorIds = floors.filter(({ isNew }) => isNew).map(({ floorId }) => Number(floorId));
  return { result: { floors }, floorIds };
}

/** Known floors by id, so that two imports never wait for each other; new ones from the bottom to the top. */
const inOrderOfLocks = (levels: readonly ImportLevel[]) =>
  levels.toSorted((a, b) => Number(a.floorId ?? Infinity) - Number(b.floorId ?? Infinity) || a.ordinal - b.ordinal);

async function importLevel(client: PoolClient, buildingId: string, level: ImportLevel, actor: Actor) {
  const { floorId, name, ordinal } = level;
  const isNew = floorId === null;
  const draft = { kind: "floor", parentId: buildingId, name, sortOrder: ordinal } as const;
  const id = isNew ? (await createSpace(client, draft, actor)).id : Number(floorId);
  if (!isNew && !(await isFloorIn(client, id, Number(buildingId)))) throw noSuchFloor();
  const stored = await lockPlan(client, id);
  if (!stored) throw noSuchFloor();
  if (stored.draft !== null) {
    throw new AppError("conflict", say("“{name}” has a draft already. Publish it or discard it first.", { name }));
  }
  const { plan, matched, proposed } = bound(level.plan, await spacesOfFloor(client, id));
  await storeDraft(client, id, plan, actor.name);
  return { floorId: String(id), name, isNew, matched, proposed };
}

/** Nothing in a file may name a space or a drawing of ours: its shapes find their spaces by what they are called. */
function bound(plan: FloorPlan, spaces: ReadonlyMap<string, FloorSpace>) {
  const free = new Map([...spaces.values()].map((space) => [`${space.kind} ${space.name.toLowerCase()}`, space.id]));
  let [matched, proposed] = [0, 0];
  const shapes = plan.shapes.map((shape): Shape => {
    const { edit, ...rest } = { ...shape, spaceId: null };
    const name = edit?.name;
    if (name === undefined || !isSpaceShape(shape.kind)) return edit ? { ...rest, edit } : rest;
    const key = `${shape.kind} ${name.toLowerCase()}`;
    const spaceId = free.get(key);
    if (spaceId === undefined) {
      proposed++;
      return { ...rest, edit };
    }
    free.delete(key);
    matched++;
    return { ...rest, spaceId };
  });
  return { plan: { ...plan, drawing: null, shapes }, matched, proposed };
}
