import { AssignRequest } from "@/lib/core/alert-requests";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Gives it to somebody, or to nobody. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ request, params, actor }) => {
  const asked = parseOrThrow(AssignRequest, await jsonBody(request));
  return json(await actOnAlert(params.alertId, { do: "assign", ...asked }, { actor, onChanged: alertsChangedHere }));
});
