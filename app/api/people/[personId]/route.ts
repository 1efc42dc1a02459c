import { PersonChange } from "@/lib/core/person";
import { database } from "@/lib/db/client";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changePerson } from "@/lib/services/people/change-person";

/** What somebody may do, where, and whether they may sign in. */
export const PATCH = handle<{ personId: string }>("user:write", ANYWHERE, async ({ request, params, actor }) => {
  const change = parseOrThrow(PersonChange, await jsonBody(request));
  return json(await changePerson(params.personId, change, actor, database()));
});
