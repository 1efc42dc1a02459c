import { SpaceSeries } from "@/lib/core/space-tree";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { addSeries } from "@/lib/services/spaces/create-spaces";

/** Adds many spaces by a pattern of names: all of them or none. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) => {
  const { ids, floorIds } = await addSeries(parseOrThrow(SpaceSeries, await jsonBody(request)), actor);
  committedHere(floorIds);
  return json({ ids });
});
