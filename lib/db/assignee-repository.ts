import "server-only";
import { POLICY } from "@/lib/core/access";
import type { Assignees } from "@/lib/core/assignee";
import { database } from "./client";
import type { Database } from "./database";

/** People who may work on alerts and share a site with somebody of these sites (null: of all), by name. */
export async function listAssignees(sites: readonly number[] | null, db: Database = database()): Promise<Assignees> {
  const { rows } = await db.read.query<{ id: string; name: string }>(
    `SELECT u.id, u.name FROM "user" u
     WHERE u.role::text = ANY($1) AND u.disabled_at IS NULL
       AND ($2::int[] IS NULL OR NOT u.is_scoped
            OR EXISTS (SELECT 1 FROM user_site s WHERE s.user_id = u.id AND s.site_id = ANY($2)))
     ORDER BY lower(u.name), u.id LIMIT 500`,
    [POLICY["alert:write"], sites],
  );
  return { items: rows };
}
