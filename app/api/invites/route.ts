import { env } from "@/lib/config/env";
import { InviteDraft } from "@/lib/core/invite";
import { database } from "@/lib/db/client";
import { readInvites } from "@/lib/db/invite-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { publicOrigin } from "@/lib/http/public-origin";
import { ANYWHERE } from "@/lib/http/where";
import { createInvite } from "@/lib/services/invites/change-invites";

/** Invitations that wait for an answer; never their links. */
export const GET = handle("user:read", ANYWHERE, async () => json({ items: await readInvites(database()) }));

/** Invites somebody. The answer is the only time that the link is told. */
export const POST = handle("user:write", ANYWHERE, async ({ request, actor }) => {
  const draft = parseOrThrow(InviteDraft, await jsonBody(request));
  const origin = publicOrigin(request.headers, env().publicUrl);
  return json(await createInvite(draft, actor, { db: database(), origin }));
});
