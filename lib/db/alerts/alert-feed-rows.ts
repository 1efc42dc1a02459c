import "server-only";
import type { Pool } from "pg";
import type { Alert } from "@/lib/core/alert";
import { type AlertRow, alertOf, alertSelect } from "./alert-row";

/** Where the alert feeds stand: by site, 0 for what stands in none. */
export interface AlertHeads {
  readonly epoch: string;
  readonly sites: ReadonlyMap<number, number>;
}

export interface SiteChange {
  readonly siteId: number;
  readonly alert: Alert;
}

export async function readAlertHeads(pool: Pool): Promise<AlertHeads> {
  const { rows } = await pool.query<{ epoch: string; site_id: number | null; offset: number | null }>({
    name: "alert-heads",
    text: `SELECT e.epoch::text AS epoch, f.site_id, f."offset"::float8 AS "offset" FROM feed_epoch e LEFT JOIN alert_feed f ON true`,
  });
  const sites = new Map(rows.flatMap(({ site_id, offset }) => (site_id === null ? [] : [[site_id, offset ?? 0]])));
  return { epoch: rows[0]?.epoch ?? "", sites: sites as Map<number, number> };
}

const MOST_CHANGES = 500;

/** Alerts of these sites that changed after an offset; null when they are more than a browser should merge. */
export async function readAlertChanges(pool: Pool, after: ReadonlyMap<number, number>): Promise<SiteChange[] | null> {
  const { rows } = await pool.query<AlertRow>({
    name: "alert-changes",
    text: `WITH page AS (
        SELECT a.* FROM unnest($1::int[], $2::float8[]) AS t(site_id, after)
        JOIN alert a ON a.site_id = t.site_id AND a."offset" > t.after::bigint LIMIT ${MOST_CHANGES + 1}
      ) ${alertSelect("page")} ORDER BY a.id`,
    values: [[...after.keys()], [...after.values()]],
  });
  if (rows.length > MOST_CHANGES) return null;
  return rows.map((row) => ({ siteId: row.site_id, alert: alertOf(row) }));
}

/** Open alerts by site: incidents once, none that is kept quiet. */
export async function countOpenAlerts(pool: Pool): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ site_id: number; count: number }>({
    name: "count-open-alerts",
    text: `SELECT site_id, count(*)::int AS count FROM alert
      WHERE resolved_at IS NULL AND status = 'open' AND parent_id IS NULL AND suppressed_by IS NULL GROUP BY site_id`,
  });
  return new Map(rows.map(({ site_id, count }) => [site_id, count]));
}
