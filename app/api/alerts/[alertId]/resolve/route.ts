import { ResolveRequest } from "@/lib/core/alert-requests";
import { handle, json, jsonBodyIfAny, parseOrThrow } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Over, says a person. It comes back when it is reported again. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ request, params, actor }) => {
  const asked = parseOrThrow(ResolveRequest, await jsonBodyIfAny(request));
  return json(await actOnAlert(params.alertId, { do: "resolve", ...asked }, { actor, onChanged: alertsChangedHere }));
});
