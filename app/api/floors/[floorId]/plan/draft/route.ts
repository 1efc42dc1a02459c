import { z } from "zod";
import { PlanSave } from "@/lib/core/floor-plan";
import { handle, json, jsonBody, parseOrThrow, query } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";
import { discardDraft } from "@/lib/services/plans/discard-draft";
import { reread, saveDraft } from "@/lib/services/plans/save-draft";

type Params = { floorId: string };

/** Room for 5,000 shapes. */
const MAX_MEGABYTES = 4;

/** What an admin works on, with what viewers see and every drawing of the floor. */
export const GET = handle<Params>("plan:write", inFloor, async ({ params }) => json(await reread(params.floorId)));

/** Saves the draft. 409 with a `PlanConflict` when somebody else saved since the revision that is named. */
export const PUT = handle<Params>("plan:write", inFloor, async ({ request, params, actor }) => {
  const save = parseOrThrow(PlanSave, await jsonBody(request, MAX_MEGABYTES));
  return json(await saveDraft(params.floorId, save, actor));
});

const Discard = z.object({ revision: z.coerce.number().int().min(0).optional() });

/** Throws the draft away and answers what there is then; saving the old one again undoes it. */
export const DELETE = handle<Params>("plan:write", inFloor, async ({ request, params, actor }) => {
  const { revision } = parseOrThrow(Discard, query(request));
  return json(await discardDraft(params.floorId, revision ?? null, actor));
});
