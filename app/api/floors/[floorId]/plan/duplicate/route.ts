import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import { PlanDuplicate } from "@/lib/core/floor-plan";
import { placeOfSpace } from "@/lib/db/place-of";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";
import { duplicatePlan } from "@/lib/services/plans/duplicate-plan";

/** A draft made out of the plan of another floor. Answers it (`PlanDraft`). */
export const POST = handle<{ floorId: string }>("plan:write", inFloor, async ({ request, params, actor }) => {
  const wish = parseOrThrow(PlanDuplicate, await jsonBody(request));
  const from = await placeOfSpace(wish.fromFloorId);
  if (!from) throw new AppError("not-found", "There is nothing here.");
  authorize(actor, "plan:write", from);
  return json(await duplicatePlan(params.floorId, wish, actor));
});
