import { AppError } from "@/lib/core/errors";
import { SpaceChange } from "@/lib/core/space-requests";
import { SpaceArchive } from "@/lib/core/space-tree";
import { readSpace } from "@/lib/db/space-repository";
import { handle, json, jsonBody, jsonBodyIfAny, parseOrThrow } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { archive } from "@/lib/services/spaces/archive-space";
import { updateSpace } from "@/lib/services/spaces/update-space";

type Params = { spaceId: string };

/** One space with its state now. */
export const GET = handle<Params>("space:read", inSpace, async ({ params }) => {
  const space = await readSpace(params.spaceId);
  if (!space) throw new AppError("not-found", "There is no such space.");
  return json(space);
});

/** Changes what is said of a space, or moves it. `name: null` goes back to the vendor's name. */
export const PATCH = handle<Params>("space:write", inSpace, async ({ request, params, actor }) => {
  const change = parseOrThrow(SpaceChange, await jsonBody(request));
  committedHere(await updateSpace(params.spaceId, change, actor));
  return json(await readSpace(params.spaceId));
});

/** Archives a space and all that is in it; `POST …/restore` brings it back. */
export const DELETE = handle<Params>("space:write", inSpace, async ({ request, params, actor }) => {
  const { name } = parseOrThrow(SpaceArchive, await jsonBodyIfAny(request));
  const { spaces, floorIds } = await archive(params.spaceId, name, actor);
  committedHere(floorIds);
  return json({ spaces });
});
