import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { FloorPlan, PlanDraft } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { type PlanIssue, type PlanSpace, planIssues } from "@/lib/core/plan-checks";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { spacesOfFloor, storePublished } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { applyEdits } from "./apply-edits";
import { checkBelongings, openPlan, staleDraft } from "./editing";
import { reread } from "./save-draft";

/** How many changes the audit log keeps word for word. */
const MOST_TOLD = 50;

/** What a publishing did. */
export interface Publishing {
  readonly draft: PlanDraft;
  /** Floors on which it shows. */
  readonly floorIds: readonly number[];
}

/**
 * The draft becomes what viewers see, and what its shapes say about their spaces becomes true. Throws `not-found`,
 * `invalid` (with what must be right first) and `conflict` when it is no longer the draft of that revision.
 */
export async function publishPlan(
  floorId: string,
  revision: number,
  actor: Actor,
  db: Database = database(),
): Promise<Publishing> {
  const site = await placeOfSpace(floorId, db);
  const floorIds = await inTransaction(db.read, async (client) => {
    const { id, plan: stored } = await openPlan(client, floorId);
    if (stored.revision !== revision) throw await staleDraft(client, id, stored, null);
    if (stored.draft === null) throw new AppError("conflict", "There is no draft to publish.");
    await checkBelongings(client, id, stored.draft);
    const spaces = await spacesOfFloor(client, id);
    refuseErrors(stored.draft, [...spaces.values()]);
    const { plan, created, floorIds } = await applyEdits({ client, floorId: id, actor, spaces }, stored.draft);
    await storePublished(client, id, plan, actor.name);
    const changes = planChanges(stored.published, stored.draft, (space) => spaces.get(space)?.name ?? null);
    const told = { changes: changes.length, created, summary: changes.slice(0, MOST_TOLD).map(({ text }) => text) };
    const entry = { action: "plan.publish", objectType: "floor", objectId: floorId, siteId: site?.siteId ?? null };
    await writeAudit(client, { actor, ...entry, after: { ...told, revision: stored.publishedRevision + 1 } });
    return [...floorIds];
  });
  return { draft: await reread(floorId, db), floorIds };
}

function refuseErrors(plan: FloorPlan, spaces: readonly PlanSpace[]) {
  const errors = planIssues(plan, spaces).filter(({ level }) => level === "error");
  const [first] = errors;
  if (first) throw new AppError("invalid", `${first.text}.`, { issues: errors.map(explained) });
}

const explained = ({ shapeIds, text }: PlanIssue) => ({ path: shapeIds.join(), message: text });
