import { NewPlaces } from "@/lib/core/discovery";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { createPlaces } from "@/lib/services/sources/create-places";

/** Makes places that sources are named after, and maps those; all or nothing. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) => {
  const { answer, floorIds } = await createPlaces(parseOrThrow(NewPlaces, await jsonBody(request)), actor);
  committedHere(floorIds);
  return json(answer);
});
