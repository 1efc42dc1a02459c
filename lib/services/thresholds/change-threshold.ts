import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { ThresholdChange } from "@/lib/core/threshold";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { parseId } from "@/lib/db/floor-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { tellThresholds, writeThreshold } from "@/lib/db/threshold-repository";

/**
 * Sets limits of the air for a space and what is in it (null: everywhere), or goes back to what is inherited; audited.
 * Does not ask who may. Answers the floors on which that shows. Throws `not-found`.
 */
export function changeThreshold(
  spaceId: string | null,
  change: ThresholdChange,
  actor: Actor,
  db: Database = database(),
): Promise<number[]> {
  return inTransaction(db.read, async (client) => {
    const id = spaceId === null ? null : parseId(spaceId);
    const place = spaceId === null ? { siteId: null } : await placeOfSpace(spaceId, { read: client });
    if (!place || (spaceId !== null && id === null)) throw new AppError("not-found", "There is no such space.");
    const before = await writeThreshold(client, id, change);
    await writeAudit(client, {
      actor,
      action: change.limits === null ? "threshold.reset" : "threshold.set",
      objectType: id === null ? "threshold" : "space",
      objectId: id === null ? "everywhere" : String(id),
      siteId: place.siteId,
      before: { [change.metric]: before },
      after: { [change.metric]: change.limits },
    });
    return tellThresholds(client, id);
  });
}
