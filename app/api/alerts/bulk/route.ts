import { BulkRequest } from "@/lib/core/alert-requests";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlerts } from "@/lib/services/alerts/act-on-alerts";

/** One action on many alerts, all or none. */
export const POST = handle("alert:write", ANYWHERE, async ({ request, actor }) => {
  const { ids, action } = parseOrThrow(BulkRequest, await jsonBody(request));
  return json(await actOnAlerts(ids, action, { actor, onChanged: alertsChangedHere }));
});
