import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import { PlanImportApply } from "@/lib/core/plan-import/plan-import";
import { placeOfSpace } from "@/lib/db/place-of";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { applyPlanImport } from "@/lib/services/plans/apply-plan-import";

/** Room for what a file of 8 MB becomes. */
const MAX_MEGABYTES = 24;

/** Makes levels of a preview drafts of a building's floors. Viewers see nothing of it until each is published. */
export const POST = handle("plan:write", ANYWHERE, async ({ request, actor }) => {
  const wish = parseOrThrow(PlanImportApply, await jsonBody(request, MAX_MEGABYTES));
  const place = await placeOfSpace(wish.buildingId);
  if (!place) throw new AppError("not-found", "There is no such building.");
  authorize(actor, "plan:write", place);
  const { result, floorIds } = await applyPlanImport(wish, actor);
  committedHere(floorIds);
  return json(result);
});
