import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { personOrThrow } from "@/lib/services/people/change-person";
import { endSessions, lookAtSessions } from "@/lib/services/people/end-sessions";

type Params = { personId: string };

export const GET = handle<Params>("user:read", ANYWHERE, async ({ params, actor }) => {
  const { id } = await personOrThrow(database(), params.personId);
  return json(await lookAtSessions(id, actor, database()));
});

/** Signs somebody out everywhere. */
export const DELETE = handle<Params>("user:write", ANYWHERE, async ({ params, actor }) => {
  const { id } = await personOrThrow(database(), params.personId);
  return json(await endSessions(id, "all", actor, database()));
});
