import { SourceAssignment } from "@/lib/core/source";
import { readSource } from "@/lib/db/source-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { assignSource } from "@/lib/services/sources/assign-source";

/** Says where a source stands from now on; its first place gets all it ever sent. `spaceId: null` takes it out. */
export const POST = handle<{ sourceId: string }>("source:assign", ofSource, async ({ request, params, actor }) => {
  const assignment = parseOrThrow(SourceAssignment, await jsonBody(request));
  committedHere(await assignSource(params.sourceId, assignment, actor));
  return json(await readSource(params.sourceId));
});
