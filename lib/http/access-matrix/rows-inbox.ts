import type { Pages, Rows } from "./row";

let turn = 0;

/** What is everybody's own about the alerts. */
export const INBOX_ROWS: Rows = {
  "GET /api/saved-views": { needs: "account:write" },
  "POST /api/saved-views": { needs: "account:write", body: () => ({ name: "Matrix", search: `q=${turn++}` }) },
  "DELETE /api/saved-views/[viewId]": {
    needs: "account:write",
    given: async (_, world, asker) => {
      const { rows } = await world.db.read.query<{ id: number }>(
        `INSERT INTO saved_view (user_id, name, search) VALUES ($1, $2, 'q=1') RETURNING id`,
        [asker.userId ?? world.people.admin?.id, `Matrix ${turn++}`],
      );
      return { viewId: String(rows[0]?.id) };
    },
  },
  "GET /api/alerts/counts": { needs: "alert:read", query: () => "today=2026-11-21T00:00:00Z" },
  "POST /api/alerts/look": { needs: "account:write", audits: [0, "that somebody looks is about nobody else"] },
};

export const INBOX_PAGES: Pages = {
  "/admin/alert-rules": { needs: "rule:write" },
  "/alerts": { needs: "alert:read" },
  "/alerts/maintenance": { needs: "alert:read" },
};
