import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { SessionList } from "@/lib/core/person";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { readSessions } from "@/lib/db/people-repository";
import { endSessions as end, type WhichSessions } from "@/lib/db/person-write";

/** The open sessions of a person, newest first. */
export const listSessions = async (personId: string, actor: Actor, db: Database): Promise<SessionList> => ({
  items: await readSessions(db, personId, actor.sessionId),
});

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
