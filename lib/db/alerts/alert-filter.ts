import "server-only";
import type { AlertQuery } from "@/lib/core/alert-requests";

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

/** All that the reader may see and that is asked for, but for the facets, of an alert `a`. $1 to $5 and $14 of `filterValues`. */
const BASE = `($1::int[] IS NULL OR a.site_id = ANY($1))
  AND ($3::int IS NULL OR ${WITHIN})
  AND ($4::bigint IS NULL AND (a.parent_id IS NULL OR $3::int IS NOT NULL OR $5::text IS NOT NULL) OR a.parent_id = $4)
  AND ($14::timestamptz IS NULL OR a.opened_at >= $14)
  AND ($5::text IS NULL OR position(lower($5) IN lower(${NAMES})) > 0)`;

const FACETS = {
  status: "CASE WHEN $6::text[] IS NULL THEN a.status <> 'resolved' ELSE a.status = ANY($6) END",
  severity: "($7::text[] IS NULL OR a.severity = ANY($7))",
  kind: "($8::text[] IS NULL OR a.kind = ANY($8))",
  site: "($9::int[] IS NULL OR a.site_id = ANY($9))",
  floor: "($10::int[] IS NULL OR a.floor_id = ANY($10))",
  vendor: "($11::text[] IS NULL OR a.vendor = ANY($11))",
  assignee: "($12::text[] IS NULL OR coalesce(a.assignee_id, '') = ANY($12))",
  quiet: `CASE $13::text WHEN 'only' THEN a.is_quiet WHEN 'without' THEN NOT a.is_quiet ELSE true END`,
} as const;
export type Facet = keyof typeof FACETS;

/** All facets match a row `a` of the cube, or all but one. */
export const matching = (but?: Facet): string =>
  Object.entries(FACETS)
    .filter(([facet]) => facet !== but)
    .map(([, matches]) => matches)
    .join(" AND ");

const IS_QUIET = "(a.suppressed_by IS NOT NULL AND a.resolved_at IS NULL)";

/** A CTE `cube`: how many there are of each combination of facets, with those that ended since $2. */
export const CUBE = `
cube AS MATERIALIZED (
  SELECT a.status, a.severity, a.kind, a.site_id, a.floor_id, coalesce(a.vendor, '') AS vendor,
         coalesce(a.assignee_id, '') AS assignee_id, ${IS_QUIET} AS is_quiet, count(*)::int AS n
  FROM alert a WHERE (a.resolved_at IS NULL OR a.resolved_at >= $2::timestamptz) AND ${BASE}
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
)`;

/** Is a row of `alert a` asked for? Without resolved ones the partial indexes of open alerts serve. */
export const askedFor = (query: Pick<AlertQuery, "status">): string => {
  const open = query.status?.includes("resolved")
    ? "(a.resolved_at IS NULL OR a.resolved_at >= $2::timestamptz)"
    : "a.resolved_at IS NULL AND $2::timestamptz IS NOT NULL";
  return `${open} AND ${BASE} AND ${matching().replaceAll("a.is_quiet", IS_QUIET)}`;
};

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
    query.openedSince ?? null,
  ];
}
