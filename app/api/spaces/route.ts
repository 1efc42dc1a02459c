import { SpaceDraft, SpaceQuery } from "@/lib/core/space-requests";
import { listSpaces } from "@/lib/db/space-repository";
import { handle, json, jsonBody, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { addSpace } from "@/lib/services/spaces/create-spaces";

/** The tree as a list, in pages; `kind` and `parentId` narrow it. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  json(await listSpaces(parseOrThrow(SpaceQuery, query(request)), actor.sites)),
);

/** Adds a space. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) => {
  const { ids, floorIds } = await addSpace(parseOrThrow(SpaceDraft, await jsonBody(request)), actor);
  committedHere(floorIds);
  return json({ ids });
});
