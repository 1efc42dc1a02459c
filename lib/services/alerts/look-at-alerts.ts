import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type LookAnswer, lookedAgain } from "@/lib/core/alert-look";
import { readAlertLook, writeAlertLook } from "@/lib/db/alert-look-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";

/** Notes that somebody looks, and answers since when alerts are new to them. Not audited: it is about nobody else. */
export async function lookAtAlerts(
  { userId }: Pick<Actor, "userId">,
  now: number,
  db: Database = database(),
): Promise<LookAnswer> {
  const { since } = await inTransaction(db.read, async (client) => {
    const look = lookedAgain(await readAlertLook(client, userId), now);
    await writeAlertLook(client, userId, look);
    return look;
  });
  return { since: since === null ? null : new Date(since).toISOString() };
}
