import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { AssignmentUndo } from "@/lib/core/source";
import { type AssignmentRow, lockSource, newestStay } from "@/lib/db/assignment-repository";
import { isReplaced, stayBefore, undoEnd, undoStart } from "@/lib/db/assignment-undo";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { nothingThere, requireReach } from "./reach";

const sinceThen = () =>
  new AppError("conflict", "Something else was said about this source since. Look at its history.");
const byVendor = () => new AppError("conflict", "Its vendor put it there: move it or take it out instead.");
const replaced = () => new AppError("conflict", "Another device took over from it: undo that one.");

/** Undoes what was last said about where a source stands, audited. Answers the floors on which that shows. */
export async function undoAssignment(
  sourceId: string,
  { assignmentId, undo }: AssignmentUndo,
  actor: Actor,
  db: Database = database(),
): Promise<readonly number[]> {
  const id = parseId(sourceId);
  if (id === null) throw nothingThere();
  return inTransaction(db.read, async (client) => {
    if ((await lockSource(client, id)) === null) throw nothingThere();
    const stay = await newestStay(client, id);
    if (stay === null || String(stay.id) !== assignmentId || isOver(stay) !== (undo === "end")) throw sinceThen();
    const before = undo === "start" ? await stayBefore(client, stay) : null;
    const siteId = await requireReach(client, actor, [stay.space_id, before?.space_id ?? null]);
    if (undo === "start" && stay.assigned_by === null) throw byVendor();
    if (undo === "end" && (await isReplaced(client, stay))) throw replaced();
    const floorIds = undo === "start" ? await undoStart(client, stay, before) : await undoEnd(client, stay);
    const about = { action: `source.undo-${undo}`, objectType: "source", objectId: sourceId, siteId };
    await writeAudit(client, { actor, ...about, before: told(stay), after: before && told(before) });
    return floorIds;
  });
}

const isOver = ({ ends_at }: AssignmentRow) => ends_at !== null;

const told = ({ source_id, space_id, starts_at, ends_at }: AssignmentRow) => ({
  sourceId: String(source_id),
  spaceId: String(space_id),
  from: starts_at.toISOString(),
  to: ends_at?.toISOString() ?? null,
});
