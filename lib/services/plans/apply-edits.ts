import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { type FloorPlan, isSpaceShape, type Shape } from "@/lib/core/floor-plan";
import { holderOf, inOrderOfMaking } from "@/lib/core/plan-nesting";
import { shapeLabel } from "@/lib/core/shape-label";
import { type FloorSpace, lockValuesOf } from "@/lib/db/floor-plan-repository";
import { changeSpace, createSpace } from "@/lib/db/space-write";

interface Work {
  readonly client: PoolClient;
  readonly floorId: number;
  readonly actor: Actor;
  /** The spaces that stand on the floor. */
  readonly spaces: ReadonlyMap<string, FloorSpace>;
}

/** A plan whose wishes came true. */
interface Applied {
  readonly plan: FloorPlan;
  readonly created: number;
  /** Floors on which something changed. */
  readonly floorIds: ReadonlySet<number>;
}

/**
 * Makes what the shapes say about their spaces true: new spaces are created inside the shape around them and bound to
 * theirs, known ones changed; a space that left the floor is left alone. Throws `invalid` or `conflict` with the shape's id.
 */
export async function applyEdits(work: Work, plan: FloorPlan): Promise<Applied> {
  const floorIds = new Set([work.floorId]);
  const made = new Map<string, Shape>();
  let created = 0;
  const edited = plan.shapes.flatMap(({ spaceId, edit }) => (edit && spaceId !== null ? Number(spaceId) : []));
  // Before the first floor feed is locked: vendors' batches lock values first and feeds second, too.
  await lockValuesOf(work.client, edited);
  const spaceAround = (shape: Shape) => {
    const holder = holderOf(shape, plan.shapes);
    const spaceId = holder && (made.get(holder.id) ?? holder).spaceId;
    const isHere = spaceId !== null && (work.spaces.has(spaceId) || holder?.spaceId === null);
    return isHere ? spaceId : String(work.floorId);
  };
  for (const shape of inOrderOfMaking(plan.shapes)) {
    if (!shape.edit) continue;
    const result = await applyEdit(work, shape, spaceAround).catch((error) => explain(error, shape));
    for (const id of result.floorIds) floorIds.add(id);
    if (shape.spaceId !== result.shape.spaceId) created++;
    made.set(shape.id, result.shape);
  }
  return { plan: { ...plan, shapes: plan.shapes.map((shape) => made.get(shape.id) ?? shape) }, created, floorIds };
}

/** A second `Meeting 4` in the same place: says which shape it is. */
function explain(error: unknown, shape: Shape): never {
  if (!(error instanceof AppError)) throw error;
  const message = `${shapeLabel(shape)}: ${error.message}`;
  throw new AppError(error.code, message, { ...error.details, shapeId: shape.id }, error);
}

interface Done {
  readonly shape: Shape;
  readonly floorIds: readonly number[];
}

async function applyEdit(
  { client, actor, spaces }: Work,
  { edit = {}, ...shape }: Shape,
  spaceAround: (shape: Shape) => string,
): Promise<Done> {
  const wish = edit.customId === "" ? { ...edit, customId: null } : edit;
  if (shape.spaceId !== null) {
    const space = spaces.get(shape.spaceId);
    return { shape, floorIds: (space && (await changeSpace(client, Number(space.id), wish, actor))) ?? [] };
  }
  const { name, ...fields } = wish;
  if (name === undefined || !isSpaceShape(shape.kind)) return { shape, floorIds: [] };
  const draft = { kind: shape.kind, parentId: spaceAround(shape), name, ...fields };
  const { id, floorIds } = await createSpace(client, draft, actor);
  return { shape: { ...shape, spaceId: String(id) }, floorIds };
}
