import { handle, json } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Takes an acknowledgement back. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ params, actor }) =>
  json(await actOnAlert(params.alertId, { do: "unacknowledge" }, { actor, onChanged: alertsChangedHere })),
);
