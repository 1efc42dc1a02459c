import { Confirmation } from "@/lib/core/person";
import { database } from "@/lib/db/client";
import { handle, json, jsonBodyIfAny, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { confirmPerson } from "@/lib/services/account/confirm-person";
import { endSessions } from "@/lib/services/people/end-sessions";

export const DELETE = handle<{ sessionId: string }>("account:write", ANYWHERE, async ({ request, params, actor }) => {
  await confirmPerson(actor, parseOrThrow(Confirmation, await jsonBodyIfAny(request)).password, database());
  return json(await endSessions(actor.userId, { only: params.sessionId }, actor, database()));
});
