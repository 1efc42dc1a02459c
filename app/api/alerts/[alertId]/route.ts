import { handle, json } from "@/lib/http/handle";
import { ofAlert } from "@/lib/http/where";
import { readOneAlert } from "@/lib/services/alerts/read-alerts";

/** One alert with its timeline, its incident, and what was like it. */
export const GET = handle<{ alertId: string }>("alert:read", ofAlert, async ({ params, actor }) =>
  json(await readOneAlert(params.alertId, actor)),
);
