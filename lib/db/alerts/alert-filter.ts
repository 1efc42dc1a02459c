import "server-only";
import type { AlertQuery } from "@/lib/core/alert";

/** Whose alerts exist for somebody: ids of sites, 0 for what stands in none; null for all. */
export type Reach = readonly number[] | null;

/** Who asks for a list, when (ms). */
export interface Asking {
  readonly userId: string;
  readonly reach: Reach;
  readonly now: number;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;

const NAMES = `concat_ws(' ', a.text, a.kind,
  (SELECT coalesce(s.name, s.vendor_name) FROM space s WHERE s.id = a.space_id),
  (SELECT coalesce(f.name, f.vendor_name) FROM space f WHERE f.id = a.floor_id),
  (SELECT concat_ws(' ', o.name, o.external_id) FROM source o WHERE o.id = a.source_id),
  (SELECT u.name FROM "user" u WHERE u.id = a.assignee_id))`;

const WITHIN = `a.space_id IN (
  WITH RECURSIVE inside AS (
    SELECT id FROM space WHERE id = $3
    UNION ALL SELECT s.id FROM space s JOIN inside ON s.parent_id = inside.id
  ) SELECT id FROM inside)`;

/**
 * A CTE `base`: all that the reader may see and that is asked for, but for the facets; of each facet a column that says
 * whether it matches. $1 to $13 are of `filterValues`.
 */
export const BASE = `
base AS MATERIALIZED (
  SELECT a.id, a.rank, a.status, a.severity, a.kind, a.site_id, a.floor_id, coalesce(a.vendor, '') AS vendor,
         coalesce(a.assignee_id, '') AS assignee_id, a.suppressed_by IS NOT NULL AND a.resolved_at IS NULL AS is_quiet,
         CASE WHEN $6::text[] IS NULL THEN a.resolved_at IS NULL ELSE a.status = ANY($6) END AS f_status,
         $7::text[] IS NULL OR a.severity = ANY($7) AS f_severity,
         $8::text[] IS NULL OR a.kind = ANY($8) AS f_kind,
         $9::int[] IS NULL OR a.site_id = ANY($9) AS f_site,
         $10::int[] IS NULL OR a.floor_id = ANY($10) AS f_floor,
         $11::text[] IS NULL OR a.vendor = ANY($11) AS f_vendor,
         $12::text[] IS NULL OR coalesce(a.assignee_id, '') = ANY($12) AS f_assignee,
         CASE $13::text WHEN 'only' THEN a.suppressed_by IS NOT NULL
           WHEN 'without' THEN a.suppressed_by IS NULL OR a.resolved_at IS NOT NULL ELSE true END AS f_quiet
  FROM alert a
  WHERE ($1::int[] IS NULL OR a.site_id = ANY($1))
    AND (a.resolved_at IS NULL OR a.resolved_at >= $2::timestamptz)
    AND ($3::int IS NULL OR ${WITHIN})
    AND ($4::bigint IS NULL AND (a.parent_id IS NULL OR $3::int IS NOT NULL OR $5::text IS NOT NULL) OR a.parent_id = $4)
    AND ($5::text IS NULL OR position(lower($5) IN lower(${NAMES})) > 0)
)`;

const FACETS = ["status", "severity", "kind", "site", "floor", "vendor", "assignee", "quiet"] as const;
export type Facet = (typeof FACETS)[number];

/** All facets match, or all but one. */
export const matching = (but?: Facet): string =>
  FACETS.filter((facet) => facet !== but)
    .map((facet) => `f_${facet}`)
    .join(" AND ");

export function filterValues(query: AlertQuery, { userId, reach, now }: Asking): unknown[] {
  const since = Math.max(query.since ? Date.parse(query.since) : now - DAY_MS, now - MOST_DAYS * DAY_MS);
  const people = query.assignee?.map((id) => (id === "me" ? userId : id === "nobody" ? "" : id));
  return [
    reach,
    new Date(since),
    query.space ?? null,
    query.parent ?? null,
    query.q || null,
    query.status ?? null,
    query.severity ?? null,
    query.kind ?? null,
    query.site?.map(Number) ?? null,
    query.floor?.map(Number) ?? null,
    query.vendor ?? null,
    people ?? null,
    query.suppressed,
  ];
}
