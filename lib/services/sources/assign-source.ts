import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SourceAssignment } from "@/lib/core/source";
import { moveSource } from "@/lib/db/assignment-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { parseId } from "@/lib/db/floor-repository";
import { inTransaction } from "@/lib/db/in-transaction";

/** Says where a source stands from now on, audited. Answers the floors on which that shows. Throws `not-found`. */
export async function assignSource(
  sourceId: string,
  { spaceId }: SourceAssignment,
  actor: Actor,
  db: Database = database(),
): Promise<readonly number[]> {
  const source = parseId(sourceId);
  const space = spaceId === null ? null : parseId(spaceId);
  if (source === null || (spaceId !== null && space === null)) throw nothingThere();
  return inTransaction(db.read, async (client) => {
    const moved = await moveSource(client, source, space);
    if (!moved) throw nothingThere();
    const before = { spaceId: moved.from === null ? null : String(moved.from) };
    const entry = { action: "source.assign", objectType: "source", objectId: sourceId, before, after: { spaceId } };
    if (moved.from !== space) await writeAudit(client, { actor, ...entry });
    return moved.floorIds;
  });
}

const nothingThere = () => new AppError("not-found", "There is no such source or space.");
