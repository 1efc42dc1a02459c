import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { endSessions, listSessions } from "@/lib/services/people/end-sessions";

/** Where one is signed in. */
export const GET = handle("account:write", ANYWHERE, async ({ actor }) =>
  json(await listSessions(actor.userId, actor, database())),
);

/** Signs oneself out everywhere else. */
export const DELETE = handle("account:write", ANYWHERE, async ({ actor }) =>
  json(await endSessions(actor.userId, { butNot: actor.sessionId }, actor, database())),
);
