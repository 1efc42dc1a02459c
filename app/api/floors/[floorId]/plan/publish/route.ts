import { PlanPublish } from "@/lib/core/floor-plan";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { publishPlan } from "@/lib/services/plans/publish-plan";

/** The draft of the revision named becomes what viewers see. Answers the draft as it is then (`PlanDraft`). */
export const POST = handle<{ floorId: string }>("plan:write", inFloor, async ({ request, params, actor }) => {
  const { revision } = parseOrThrow(PlanPublish, await jsonBody(request));
  const { draft, floorIds } = await publishPlan(params.floorId, revision, actor);
  committedHere(floorIds);
  return json(draft);
});
