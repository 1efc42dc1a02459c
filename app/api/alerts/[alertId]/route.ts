import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readOneAlert } from "@/lib/services/alerts/read-alerts";

/** One alert with its timeline, its incident, and what was like it; only within what the caller hears of. */
export const GET = handle<{ alertId: string }>("alert:read", ANYWHERE, async ({ params, actor }) =>
  json(await readOneAlert(params.alertId, actor)),
);
