import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { type Archived, archiveSpace, restoreSpace } from "@/lib/db/space-archive";
import { wayUp } from "@/lib/db/space-tree";
import { assertMayCreateSites } from "./create-spaces";

/** Archives a space and all that is in it, audited. Throws `not-found`, `invalid` without the typed name, or `forbidden`. */
export function archive(
  spaceId: string,
  typedName: string | undefined,
  actor: Actor,
  db: Database = database(),
): Promise<Archived> {
  return onSpace(spaceId, actor, db, (client, id) => archiveSpace(client, id, typedName, actor));
}

/** Brings it back with all that was archived with it, audited. Throws `not-found`, `conflict` or `forbidden`. */
export function restore(spaceId: string, actor: Actor, db: Database = database()): Promise<Archived> {
  return onSpace(spaceId, actor, db, (client, id) => restoreSpace(client, id, actor));
}

type Change = (client: PoolClient, spaceId: number) => Promise<Archived | null>;

function onSpace(spaceId: string, actor: Actor, db: Database, change: Change): Promise<Archived> {
  return inTransaction(db.read, async (client) => {
    const id = parseId(spaceId);
    const [space] = id === null ? [] : await wayUp(client, id);
    if (space?.kind === "site") assertMayCreateSites(actor);
    const done = space ? await change(client, space.id) : null;
    if (!done) throw new AppError("not-found", "There is no such space.");
    return done;
  });
}
