import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { authorizeSpace } from "@/lib/auth/authorize-space";
import type { CreatedPlaces, NewPlace, NewPlaces } from "@/lib/core/discovery";
import { AppError } from "@/lib/core/errors";
import { SpaceDraft } from "@/lib/core/space-requests";
import { say } from "@/lib/core/words";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { createSpace } from "@/lib/db/space-write";
import { putSource } from "./assign-source";

/** Makes places that sources are named after, and maps those; all or nothing. Throws `not-found`, `invalid`, `conflict`. */
export async function createPlaces(
  { items }: NewPlaces,
  actor: Actor,
  db: Database = database(),
): Promise<{ readonly answer: CreatedPlaces; readonly floorIds: readonly number[] }> {
  return inTransaction(db.read, async (client) => {
    const made = new Map<string, number>();
    const floorIds = new Set<number>();
    let sources = 0;
    for (const item of items) {
      const { id, floorIds: shownOn } = await createPlace(client, item, made, actor);
      made.set(item.key, id);
      for (const floorId of shownOn) floorIds.add(floorId);
      for (const sourceId of item.sourceIds) {
        const put = await putSource(client, { sourceId, spaceId: String(id) }, actor);
        for (const floorId of put.floorIds) floorIds.add(floorId);
        sources++;
      }
    }
    return { answer: { spaces: made.size, sources }, floorIds: [...floorIds] };
  });
}

async function createPlace(client: PoolClient, item: NewPlace, made: ReadonlyMap<string, number>, actor: Actor) {
  const { kind, name, parentKey } = item;
  const parentId = parentKey === null ? item.parentId : String(made.get(parentKey) ?? "");
  if (parentId === "")
    throw new AppError("invalid", say("{name} names a parent that does not come before it.", { name }));
  if (parentId === null) authorize(actor, "site:create");
  else await authorizeSpace(actor, "space:write", parentId, { read: client });
  return createSpace(client, SpaceDraft.parse({ kind, name, parentId }), actor);
}
