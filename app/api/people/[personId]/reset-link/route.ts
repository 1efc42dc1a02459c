import { env } from "@/lib/config/env";
import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { publicOrigin } from "@/lib/http/public-origin";
import { ANYWHERE } from "@/lib/http/where";
import { makeResetLink } from "@/lib/services/people/reset-password";

/** For somebody who forgot their password; the link is told this once. */
export const POST = handle<{ personId: string }>("user:write", ANYWHERE, async ({ request, params, actor }) => {
  const origin = publicOrigin(request.headers, env().publicUrl);
  return json(await makeResetLink(params.personId, actor, { db: database(), origin }));
});
