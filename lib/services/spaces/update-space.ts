import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import type { SpaceChange } from "@/lib/core/space-requests";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { placeOfSpace } from "@/lib/db/place-of";
import { changeSpace } from "@/lib/db/space-write";

/**
 * Changes what is said of a space, or moves it, audited. Answers the floors on which that shows. Throws `not-found`
 * (also for a new place outside the actor's sites), `invalid` or `conflict`.
 */
export async function updateSpace(
  spaceId: string,
  change: SpaceChange,
  actor: Actor,
  db: Database = database(),
): Promise<number[]> {
  const id = parseId(spaceId);
  if (change.parentId !== undefined) await assertMayWriteIn(change.parentId, actor, db);
  const floors = id === null ? null : await inTransaction(db.read, (client) => changeSpace(client, id, change, actor));
  if (!floors) throw new AppError("not-found", "There is no such space.");
  return floors;
}

/** Throws `not-found` for a place that is not there, or not for them. */
export async function assertMayWriteIn(spaceId: string, actor: Actor, db: Database = database()): Promise<void> {
  const place = await placeOfSpace(spaceId, db);
  if (!place) throw new AppError("not-found", "There is no such place to put it in.");
  authorize(actor, "space:write", place);
}
