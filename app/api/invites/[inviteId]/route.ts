import { database } from "@/lib/db/client";
import { readInvites } from "@/lib/db/invite-repository";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { revokeInvite } from "@/lib/services/invites/change-invites";

/** Takes an invitation back; answers those that are left. */
export const DELETE = handle<{ inviteId: string }>("user:write", ANYWHERE, async ({ params, actor }) => {
  await revokeInvite(params.inviteId, actor, database());
  return json({ items: await readInvites(database()) });
});
