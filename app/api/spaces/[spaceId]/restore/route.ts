import { handle, json } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { restore } from "@/lib/services/spaces/archive-space";

/** Brings an archived space back, with all that was archived with it. */
export const POST = handle<{ spaceId: string }>("space:write", inSpace, async ({ params, actor }) => {
  const { spaces, floorIds } = await restore(params.spaceId, actor);
  committedHere(floorIds);
  return json({ spaces });
});
