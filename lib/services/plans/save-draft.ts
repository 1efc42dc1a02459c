import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { PlanDraft, PlanSave } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { planOf, readPlanDraft, storeDraft } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { checkBelongings, noSuchFloor, openPlan, staleDraft } from "./editing";

/**
 * Keeps a draft; viewers see nothing of it. Throws `not-found`, and `conflict` (with a `PlanConflict`) when the draft was
 * saved by somebody else since.
 */
export async function saveDraft(
  floorId: string,
  { revision, plan }: PlanSave,
  actor: Actor,
  db: Database = database(),
): Promise<PlanDraft> {
  const site = await placeOfSpace(floorId, db);
  await inTransaction(db.read, async (client) => {
    const { id, plan: stored } = await openPlan(client, floorId);
    if (stored.revision !== revision) throw await staleDraft(client, id, stored, plan);
    await checkBelongings(client, id, plan);
    await storeDraft(client, id, plan, actor.name);
    // Autosaves come by the dozen: the log keeps who began a draft, and what it was in the end (publish, discard).
    if (stored.draft === null && planChanges(planOf(stored), plan).length > 0) {
      const entry = { action: "plan.edit", objectType: "floor", objectId: floorId, siteId: site?.siteId ?? null };
      await writeAudit(client, { actor, ...entry });
    }
  });
  return reread(floorId, db);
}

/** The draft as it is stored now. Throws `not-found`. */
export async function reread(floorId: string, db: Database = database()): Promise<PlanDraft> {
  const draft = await readPlanDraft(floorId, db);
  if (!draft) throw noSuchFloor();
  return draft;
}
