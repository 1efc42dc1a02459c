import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import { namesFromPattern } from "@/lib/core/name-pattern";
import { SpaceDraft } from "@/lib/core/space-requests";
import type { SpaceSeries } from "@/lib/core/space-tree";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { refuse } from "@/lib/db/space-rules";
import { createSpace } from "@/lib/db/space-write";
import { assertMayWriteIn } from "./update-space";

interface Created {
  readonly ids: string[];
  readonly floorIds: readonly number[];
}

/**
 * Adds a space, audited. Throws `invalid`, `conflict`, `forbidden` (only admins of every site add sites), or
 * `not-found` for a place outside the actor's sites.
 */
export async function addSpace(draft: SpaceDraft, actor: Actor, db: Database = database()): Promise<Created> {
  if (draft.parentId !== null) await assertMayWriteIn(draft.parentId, actor, db);
  else assertMayCreateSites(actor);
  return addAll([draft], actor, db);
}

/** Adds one space per name of the pattern: all of them or none. Throws like `addSpace`. */
export async function addSeries(series: SpaceSeries, actor: Actor, db: Database = database()): Promise<Created> {
  await assertMayWriteIn(series.parentId, actor, db);
  const { names: pattern, ...shared } = series;
  const found = namesFromPattern(pattern);
  if ("problem" in found) throw refuse("names", found.problem);
  return addAll(
    found.names.map((name) => draftOrThrow({ ...shared, name })),
    actor,
    db,
  );
}

/** Sites change who can see what: only those add, archive and restore them who may see every site. */
export function assertMayCreateSites(actor: Actor): void {
  authorize(actor, "site:create");
  if (actor.sites !== null) throw new AppError("forbidden", "Only people who may see every site may do this.");
}

function draftOrThrow(draft: unknown): SpaceDraft {
  const parsed = SpaceDraft.safeParse(draft);
  if (parsed.success) return parsed.data;
  throw refuse("names", `A name is not right: ${parsed.error.issues[0]?.message ?? ""}`);
}

function addAll(drafts: readonly SpaceDraft[], actor: Actor, db: Database): Promise<Created> {
  return inTransaction(db.read, async (client) => {
    const ids: string[] = [];
    const floorIds = new Set<number>();
    for (const draft of drafts) {
      const made = await createSpace(client, draft, actor);
      ids.push(String(made.id));
      for (const floor of made.floorIds) floorIds.add(floor);
    }
    return { ids, floorIds: [...floorIds] };
  });
}
