import { SourceAssignments } from "@/lib/core/source";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { assignSources } from "@/lib/services/sources/assign-source";

/** Says of many sources where they stand from now on; each has its own outcome, in order. */
export const POST = handle("source:assign", ANYWHERE, async ({ request, actor }) => {
  const { answer, floorIds } = await assignSources(parseOrThrow(SourceAssignments, await jsonBody(request)), actor);
  committedHere(floorIds);
  return json(answer);
});
