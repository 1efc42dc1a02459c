import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SourceAssigned, SourceAssignment, SourceAssignments } from "@/lib/core/source";
import { isLiving, lockSource, moveSource, newestStay, openStay } from "@/lib/db/assignment-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { nothingThere, requireReach } from "./reach";

interface Assigned {
  readonly outcome: "assigned" | "unchanged";
  /** Of where it stands now; null for nowhere. */
  readonly assignmentId: number | null;
  readonly floorIds: readonly number[];
}

/** Says where a source stands from now on, audited. Answers the floors on which that shows. Throws `not-found`. */
export async function assignSource(
  sourceId: string,
  { spaceId }: SourceAssignment,
  actor: Actor,
  db: Database = database(),
): Promise<readonly number[]> {
  const assigned = await inTransaction(db.read, (client) => putSource(client, { sourceId, spaceId }, actor));
  return assigned.floorIds;
}

type Item = SourceAssignments["items"][number];

/** The same for many: each is a transaction of its own, and one that cannot be does not hold up the others. */
export async function assignSources(
  { items }: SourceAssignments,
  actor: Actor,
  db: Database = database(),
): Promise<{ readonly answer: SourceAssigned; readonly floorIds: readonly number[] }> {
  const answer: SourceAssigned["items"] = [];
  const floorIds = new Set<number>();
  for (const item of items) {
    try {
      const done = await inTransaction(db.read, (client) => putSource(client, item, actor));
      for (const id of done.floorIds) floorIds.add(id);
      const assignmentId = done.assignmentId === null ? null : String(done.assignmentId);
      answer.push({ sourceId: item.sourceId, outcome: done.outcome, assignmentId });
    } catch (error) {
      if (!(error instanceof AppError && error.code === "not-found")) throw error;
      answer.push({ sourceId: item.sourceId, outcome: "not-found", assignmentId: null });
    }
  }
  return { answer: { items: answer }, floorIds: [...floorIds] };
}

/** Inside a transaction. Throws `not-found`. */
export async function putSource(client: PoolClient, { sourceId, spaceId }: Item, actor: Actor): Promise<Assigned> {
  const source = parseId(sourceId);
  const space = spaceId === null ? null : parseId(spaceId);
  if (source === null || (spaceId !== null && space === null)) throw nothingThere();
  const ids = await lockSource(client, source);
  if (ids === null || (space !== null && !(await isLiving(client, space)))) throw nothingThere();
  const stood = (await openStay(client, source))?.space_id ?? null;
  // Whoever moves a source needs every place it, or a part of it, leaves or enters; the throw undoes what was done.
  const { spaceIds, floorIds } = await moveSource(client, { ids, sourceId: source, spaceId: space, by: actor.name });
  const siteId = await requireReach(client, actor, [space, stood, ...spaceIds]);
  const assignmentId = (await newestStay(client, source))?.id ?? null;
  if (stood === space) return { outcome: "unchanged", assignmentId, floorIds };
  const before = { spaceId: stood === null ? null : String(stood) };
  const about = { action: "source.assign", objectType: "source", objectId: sourceId, siteId };
  await writeAudit(client, { actor, ...about, before, after: { spaceId } });
  return { outcome: "assigned", assignmentId, floorIds };
}
