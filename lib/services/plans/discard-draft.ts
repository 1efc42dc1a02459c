import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { PlanDraft } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { storeDraft } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { openPlan, staleDraft } from "./editing";
import { reread } from "./save-draft";

/**
 * Throws the draft away; what viewers see stays. Undone by saving it again. Throws `not-found`, and `conflict` when it is
 * no longer the draft of that revision (null: of any).
 */
export async function discardDraft(
  floorId: string,
  revision: number | null,
  actor: Actor,
  db: Database = database(),
): Promise<PlanDraft> {
  const site = await placeOfSpace(floorId, db);
  await inTransaction(db.read, async (client) => {
    const { id, plan: stored } = await openPlan(client, floorId);
    if (revision !== null && stored.revision !== revision) throw await staleDraft(client, id, stored, null);
    if (stored.draft === null) return;
    await storeDraft(client, id, null, actor.name);
    const changes = planChanges(stored.published, stored.draft).length;
    const entry = { action: "plan.discard", objectType: "floor", objectId: floorId, siteId: site?.siteId ?? null };
    await writeAudit(client, { actor, ...entry, before: { changes } });
  });
  return reread(floorId, db);
}
