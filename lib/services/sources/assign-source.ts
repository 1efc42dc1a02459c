import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSpace } from "@/lib/auth/authorize-space";
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
    const sites = await authorizeAll(moved.spaceIds, actor, client);
    const before = { spaceId: moved.from === null ? null : String(moved.from) };
    const siteId = sites.get(space ?? moved.from ?? 0) ?? null;
    const entry = { action: "source.assign", objectType: "source", objectId: sourceId, before, after: { spaceId } };
    if (moved.from !== space) await writeAudit(client, { actor, siteId, ...entry });
    return moved.floorIds;
  });
}

/** Whoever moves a source needs every place it, or a part of it, leaves or enters; what was done is undone by the throw. */
async function authorizeAll(spaceIds: readonly number[], actor: Actor, client: PoolClient) {
  const sites = new Map<number, number | null>();
  for (const id of spaceIds) {
    const { siteId } = await authorizeSpace(actor, "source:assign", id, { read: client });
    sites.set(id, siteId);
  }
  return sites;
}

const nothingThere = () => new AppError("not-found", "There is no such source or space.");
