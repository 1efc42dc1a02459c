import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { endSessions } from "@/lib/services/people/end-sessions";

type Params = { personId: string; sessionId: string };

export const DELETE = handle<Params>("user:write", ANYWHERE, async ({ params, actor }) =>
  json(await endSessions(params.personId, { only: params.sessionId }, actor, database())),
);
