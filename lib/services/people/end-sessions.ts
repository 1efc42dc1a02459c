import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SessionList } from "@/lib/core/person";
import { writeLook } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { readSessions } from "@/lib/db/people-repository";
import { endSessions as end, type WhichSessions } from "@/lib/db/person-write";

/** The open sessions of a person, newest first. */
export const listSessions = async (personId: string, actor: Actor, db: Database): Promise<SessionList> => ({
  items: await readSessions(db, personId, actor.sessionId),
});

/** The same for an admin, who sees devices and addresses of somebody else: that is noted. */
export async function lookAtSessions(personId: string, actor: Actor, db: Database): Promise<SessionList> {
  await writeLook(db.read, { actor, action: "user.view-sessions", objectType: "user", objectId: personId });
  return listSessions(personId, actor, db);
}

/** Ends sessions; audited. Answers what is left. Throws `not-found` when the one that was named is not there. */
export async function endSessions(
  personId: string,
  which: WhichSessions,
  actor: Actor,
  db: Database,
): Promise<SessionList> {
  const ended = await inTransaction(db.read, (client) => end(client, personId, which, actor));
  if (ended === 0 && which !== "all" && "only" in which)
    throw new AppError("not-found", "This session is over already.");
  return listSessions(personId, actor, db);
}
