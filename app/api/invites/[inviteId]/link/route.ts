import { env } from "@/lib/config/env";
import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { publicOrigin } from "@/lib/http/public-origin";
import { ANYWHERE } from "@/lib/http/where";
import { renewInvite } from "@/lib/services/invites/change-invites";

/** Another link for an invitation; the one before is dead. */
export const POST = handle<{ inviteId: string }>("user:write", ANYWHERE, async ({ request, params, actor }) => {
  const origin = publicOrigin(request.headers, env().publicUrl);
  return json(await renewInvite(params.inviteId, actor, { db: database(), origin }));
});
