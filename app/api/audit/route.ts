import { AuditQuery } from "@/lib/core/audit";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { exportAudit, readAudit } from "@/lib/services/audit/read-audit";

/** Who did what, the newest first, in pages; within the caller's sites. All of it as CSV to `Accept: text/csv`. */
export const GET = handle("audit:read", ANYWHERE, async ({ request, actor }) => {
  const asked = parseOrThrow(AuditQuery, query(request));
  if (!request.headers.get("accept")?.includes("text/csv")) return json(await readAudit(asked, actor));
  return new Response(await exportAudit(asked, actor), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit-log.csv"',
      "cache-control": "no-store",
    },
  });
});
