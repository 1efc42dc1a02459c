import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { lockSource, openStay, setIgnored } from "@/lib/db/assignment-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { parseId } from "@/lib/db/parse-id";
import { nothingThere, requireReach } from "./reach";

/** Says whether anybody wants to be asked where a source stands; what it sends is kept either way. Audited. */
export async function ignoreSource(
  sourceId: string,
  isIgnored: boolean,
  actor: Actor,
  db: Database = database(),
): Promise<void> {
  const id = parseId(sourceId);
  if (id === null) throw nothingThere();
  await inTransaction(db.read, async (client) => {
    const ids = await lockSource(client, id);
    if (ids === null) throw nothingThere();
    const stay = await openStay(client, id);
    await requireReach(client, actor, [stay?.space_id ?? null]);
    if (stay !== null) throw new AppError("conflict", "It stands somewhere: take it out first.");
    await setIgnored(client, ids, isIgnored);
    const action = isIgnored ? "source.ignore" : "source.unignore";
    await writeAudit(client, { actor, action, objectType: "source", objectId: sourceId });
  });
}
