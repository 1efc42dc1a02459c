import { SnoozeRequest } from "@/lib/core/alert-requests";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Quiet for a while; it comes back unacknowledged if it is still so. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ request, params, actor }) => {
  const asked = parseOrThrow(SnoozeRequest, await jsonBody(request));
  return json(await actOnAlert(params.alertId, { do: "snooze", ...asked }, { actor, onChanged: alertsChangedHere }));
});
