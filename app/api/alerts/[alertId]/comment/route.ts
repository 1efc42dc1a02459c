import { CommentRequest } from "@/lib/core/alert-requests";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Adds a comment to its timeline. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ request, params, actor }) => {
  const asked = parseOrThrow(CommentRequest, await jsonBody(request));
  return json(await actOnAlert(params.alertId, { do: "comment", ...asked }, { actor, onChanged: alertsChangedHere }));
});
