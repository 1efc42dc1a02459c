import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SourceReplacement } from "@/lib/core/source";
import { replaceDevice, whyNotReplace } from "@/lib/db/assignment-replace";
import { lockSources, openStay } from "@/lib/db/assignment-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { nothingThere, requireReach } from "./reach";

const REFUSALS = {
  "too-early": "The old device has stood there only since after that moment.",
  "stands-elsewhere": "The new device stands somewhere already: take it out first.",
  "stood-later": "The new device stood somewhere else at that moment.",
} as const;

/** From a moment on, not in the future, one device speaks where another did; audited. Answers what to undo it by. */
export async function replaceSource(
  sourceId: string,
  { newSourceId, at }: SourceReplacement,
  actor: Actor,
  db: Database = database(),
): Promise<{ readonly assignmentId: string; readonly floorIds: readonly number[] }> {
  const [oldId, newId] = [parseId(sourceId), parseId(newSourceId)];
  if (oldId === null || newId === null) throw nothingThere();
  if (oldId === newId) throw new AppError("conflict", "A device cannot replace itself.");
  if (at.getTime() > Date.now()) throw new AppError("conflict", "The moment is in the future.");
  return inTransaction(db.read, async (client) => {
    const locked = await lockSources(client, [oldId, newId]);
    if (!locked.includes(oldId) || !locked.includes(newId)) throw nothingThere();
    const stay = await openStay(client, oldId);
    const stands = await openStay(client, newId);
    const siteId = await requireReach(client, actor, [stay?.space_id ?? null, stands?.space_id ?? null]);
    if (stay === null) throw new AppError("conflict", "The old device stands nowhere: map the new one instead.");
    const replacement = { stay, newSourceId: newId, at, by: actor.name };
    const refusal = await whyNotReplace(client, replacement);
    if (refusal !== null) throw new AppError("conflict", REFUSALS[refusal]);
    const { assignmentId, floorIds } = await replaceDevice(client, replacement);
    const about = { action: "source.replace", objectType: "source", objectId: sourceId, siteId };
    const before = { sourceId, spaceId: String(stay.space_id) };
    const after = { sourceId: newSourceId, at: at.toISOString(), assignmentId: String(assignmentId) };
    await writeAudit(client, { actor, ...about, before, after });
    return { assignmentId: String(assignmentId), floorIds };
  });
}
