import { SpaceTypeChange } from "@/lib/core/space-type";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { changeSpaceType, removeSpaceType } from "@/lib/services/space-types/space-types";

type Params = { typeId: string };

/** Changes a type; its spaces follow at once. */
export const PATCH = handle<Params>("settings:write", ANYWHERE, async ({ request, params, actor }) => {
  const change = parseOrThrow(SpaceTypeChange, await jsonBody(request));
  committedHere(await changeSpaceType(params.typeId, change, actor));
  return json({ id: params.typeId });
});

/** Takes a type away that no space is of. */
export const DELETE = handle<Params>("settings:write", ANYWHERE, async ({ params, actor }) => {
  await removeSpaceType(params.typeId, actor);
  return json({});
});
