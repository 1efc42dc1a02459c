import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { removeSecondFactor } from "@/lib/services/people/change-person";

/** For somebody who lost their telephone and their backup codes. */
export const DELETE = handle<{ personId: string }>("user:write", ANYWHERE, async ({ params, actor }) =>
  json(await removeSecondFactor(params.personId, actor, database())),
);
