import { SourceReplacement } from "@/lib/core/source";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { replaceSource } from "@/lib/services/sources/replace-source";

/** From a moment on another device speaks where this one did; `assignmentId` undoes it, at the new source. */
export const POST = handle<{ sourceId: string }>("source:assign", ofSource, async ({ request, params, actor }) => {
  const replacement = parseOrThrow(SourceReplacement, await jsonBody(request));
  const { assignmentId, floorIds } = await replaceSource(params.sourceId, replacement, actor);
  committedHere(floorIds);
  return json({ assignmentId });
});
