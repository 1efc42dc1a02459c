import { readAlertReach } from "@/lib/auth/alert-reach";
import { AlertCountsQuery } from "@/lib/core/alert-counts";
import { countAlerts } from "@/lib/db/alert-count-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** What the views of the inbox would show to who asks. */
export const GET = handle("alert:read", ANYWHERE, async ({ request, actor }) => {
  const { newSince = null, today } = parseOrThrow(AlertCountsQuery, query(request));
  return json(await countAlerts({ userId: actor.userId, sites: await readAlertReach(actor), newSince, today }));
});
