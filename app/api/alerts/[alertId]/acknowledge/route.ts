import { handle, json } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { alertsChangedHere } from "@/lib/runtime/alerts";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";

/** Somebody has it. It stays until its trouble ends. */
export const POST = handle<{ alertId: string }>("alert:write", ofAlert, async ({ params, actor }) =>
  json(await actOnAlert(params.alertId, { do: "acknowledge" }, { actor, onChanged: alertsChangedHere })),
);
