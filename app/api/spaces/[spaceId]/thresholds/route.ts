import { ThresholdChange } from "@/lib/core/threshold";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { changeThreshold } from "@/lib/services/thresholds/change-threshold";

/** Limits of the air in a space and all that is in it; `limits: null` goes back to what is inherited. */
export const PUT = handle<{ spaceId: string }>("space:write", inSpace, async ({ request, params, actor }) => {
  const change = parseOrThrow(ThresholdChange, await jsonBody(request));
  committedHere(await changeThreshold(params.spaceId, change, actor));
  return json({});
});
