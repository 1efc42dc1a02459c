import "server-only";
import type { Pool } from "pg";
import type { Alert } from "@/lib/core/alert";
import type { Reach } from "./alert-filter";
import { type AlertRow, alertSelect, alertsOf } from "./alert-row";

interface Asked {
  readonly since: Date;
  readonly site: number | null;
  readonly reach: Reach;
  /** Of each list. */
  readonly most: number;
}

const WITHIN = "($2::int[] IS NULL OR site_id = ANY($2)) AND ($3::int IS NULL OR site_id = $3)";

const READ = {
  open: `SELECT * FROM alert WHERE resolved_at IS NULL AND parent_id IS NULL AND $1::timestamptz IS NOT NULL AND ${WITHIN}`,
  resolved: `SELECT * FROM alert WHERE resolved_at >= $1 AND parent_id IS NULL AND ${WITHIN}`,
  silent: `SELECT * FROM alert WHERE resolved_at IS NULL AND kind IN ('device-offline', 'connector-offline') AND since >= $1 AND ${WITHIN}`,
  ghosts: `SELECT * FROM alert WHERE kind = 'ghost' AND opened_at >= $1 AND ${WITHIN}`,
} as const;

/** Alerts by what happened to them since a moment; what belongs to an incident only where devices are asked for. */
export async function readChangedSince(
  pool: Pool,
  { since, site, reach, most }: Asked,
): Promise<Record<keyof typeof READ, Alert[]>> {
  const read = async (which: keyof typeof READ) => {
    const { rows } = await pool.query<AlertRow>(
      `WITH page AS (${READ[which]} ORDER BY id DESC LIMIT $4) ${alertSelect("page")} ORDER BY a.id DESC`,
      [since, reach, site, most],
    );
    return alertsOf(rows, reach);
  };
  const [open, resolved, silent, ghosts] = await Promise.all([
    read("open"),
    read("resolved"),
    read("silent"),
    read("ghosts"),
  ]);
  return { open, resolved, silent, ghosts };
}
