import { AlertQuery } from "@/lib/core/alert-requests";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { exportAlerts, readAlertPage } from "@/lib/services/alerts/read-alerts";

/** Alerts of the caller's sites, in pages, with the counts of the facets. Those that match as CSV to `Accept: text/csv`. */
export const GET = handle("alert:read", ANYWHERE, async ({ request, actor }) => {
  const asked = parseOrThrow(AlertQuery, query(request));
  if (!request.headers.get("accept")?.includes("text/csv")) return json(await readAlertPage(asked, actor));
  return new Response(await exportAlerts(asked, actor), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="alerts.csv"',
      "cache-control": "no-store",
    },
  });
});
