import { handle } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { revokeToken } from "@/lib/services/tokens/revoke-token";

/** Revokes a token: from now on it is nobody, and its sockets fall. */
export const DELETE = handle<{ tokenId: string }>("token:write", ANYWHERE, async ({ params, actor }) => {
  await revokeToken(params.tokenId, actor);
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});
