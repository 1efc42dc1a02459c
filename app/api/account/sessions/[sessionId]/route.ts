import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { endSessions } from "@/lib/services/people/end-sessions";

export const DELETE = handle<{ sessionId: string }>("account:write", ANYWHERE, async ({ params, actor }) =>
  json(await endSessions(actor.userId, { only: params.sessionId }, actor, database())),
);
