import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SpaceChange } from "@/lib/core/space";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { parseId } from "@/lib/db/floor-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { changeSpace } from "@/lib/db/space-write";

/** Renames a space or sets its capacity, audited. Answers the floors on which that shows. Throws `not-found`. */
export async function updateSpace(
  spaceId: string,
  change: SpaceChange,
  actor: Actor,
  db: Database = database(),
): Promise<number[]> {
  const id = parseId(spaceId);
  const floors = id === null ? null : await inTransaction(db.read, (client) => changeSpace(client, id, change, actor));
  if (!floors) throw new AppError("not-found", "There is no such space.");
  return floors;
}
