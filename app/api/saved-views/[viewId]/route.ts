import { handle } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { forgetView } from "@/lib/services/saved-views/saved-views";

/** Forgets a view of one's own. */
export const DELETE = handle<{ viewId: string }>("account:write", ANYWHERE, async ({ params, actor }) => {
  await forgetView(params.viewId, actor);
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});
