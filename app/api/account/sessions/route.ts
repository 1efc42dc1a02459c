import { Confirmation } from "@/lib/core/person";
import { database } from "@/lib/db/client";
import { handle, json, jsonBodyIfAny, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { confirmPerson } from "@/lib/services/account/confirm-person";
import { endSessions, listSessions } from "@/lib/services/people/end-sessions";

/** Where one is signed in. */
export const GET = handle("account:write", ANYWHERE, async ({ actor }) =>
  json(await listSessions(actor.userId, actor, database())),
);

/** Signs oneself out everywhere else. */
export const DELETE = handle("account:write", ANYWHERE, async ({ request, actor }) => {
  await confirmPerson(actor, parseOrThrow(Confirmation, await jsonBodyIfAny(request)).password, database());
  return json(await endSessions(actor.userId, { butNot: actor.sessionId }, actor, database()));
});
