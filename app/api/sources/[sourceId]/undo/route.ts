import { AssignmentUndo } from "@/lib/core/source";
import { readSource } from "@/lib/db/source-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { undoAssignment } from "@/lib/services/sources/undo-assignment";

/** Takes back what was last said about where it stands, as if it had not been said. */
export const POST = handle<{ sourceId: string }>("source:assign", ofSource, async ({ request, params, actor }) => {
  const undo = parseOrThrow(AssignmentUndo, await jsonBody(request));
  committedHere(await undoAssignment(params.sourceId, undo, actor));
  return json(await readSource(params.sourceId));
});
