import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import type { ImportUndo } from "@/lib/core/imports/import-report";
import { say } from "@/lib/core/words";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readKnownSpaces } from "@/lib/db/import-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { archiveSpace } from "@/lib/db/space-archive";

/**
 * Archives what an import made, with all that is in it by now, in one transaction; each can be restored. Throws
 * `not-found` when one of them is not there any more, `conflict` when one is called something else by now.
 */
export async function undoImport(
  roots: ImportUndo["roots"],
  actor: Actor,
  db: Database = database(),
): Promise<{ archived: number; floorIds: readonly number[] }> {
  return inTransaction(db.read, async (client) => {
    const known = new Map((await readKnownSpaces(client, actor.sites)).map((space) => [String(space.id), space]));
    let archived = 0;
    const floorIds = new Set<number>();
    for (const { id, name } of roots) {
      const space = known.get(id);
      if (!space || (space.kind === "site" && !isAllowed(actor, "site:create")))
        throw new AppError("not-found", "Some of it is not there any more. Nothing was archived.");
      if (space.name !== name)
        throw new AppError(
          "conflict",
          say("“{name}” is called “{now}” by now. Nothing was archived.", { name, now: space.name }),
        );
      const done = await archiveSpace(client, space.id, name, actor);
      archived += done?.spaces ?? 0;
      for (const floor of done?.floorIds ?? []) floorIds.add(floor);
    }
    return { archived, floorIds: [...floorIds] };
  });
}
