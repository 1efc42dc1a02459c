import { handle, json } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Takes a snooze back. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ params, actor }) =>
  json(await actOnAlert(params.alertId, { do: "unsnooze" }, { actor, onChanged: alertsChangedHere })),
);
