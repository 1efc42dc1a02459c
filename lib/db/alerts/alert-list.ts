import "server-only";
import type { Pool, PoolClient } from "pg";
import { ALERT_SEVERITIES, ALERT_STATUSES, type Alert, type AlertFacets, type AlertPage } from "@/lib/core/alert";
import type { AlertQuery } from "@/lib/core/alert-requests";
import { shown } from "@/lib/core/space-row";
import { type Asking, askedFor, CUBE, type Facet, filterValues, matching, type Reach } from "./alert-filter";
import { type AlertRow, alertSelect, alertsOf } from "./alert-row";

type Client = Pick<Pool | PoolClient, "query">;

/** Where the alert feed of a reader stands: the sum over their sites, which only grows. */
interface AlertOffset {
  readonly epoch: string;
  readonly offset: number;
}

async function readAlertOffset(client: Client, reach: Reach): Promise<AlertOffset> {
  const { rows } = await client.query<AlertOffset>({
    name: "alert-offset",
    text: `SELECT e.epoch::text AS epoch, (SELECT coalesce(sum("offset"), 0)::float8 FROM alert_feed
             WHERE $1::int[] IS NULL OR site_id = ANY($1)) AS "offset" FROM feed_epoch e`,
    values: [reach],
  });
  const [row] = rows;
  if (!row) throw new Error("The feeds have no epoch"); // its one row is made by the first migration
  return row;
}

const ORDERS = {
  impact: {
    by: "a.rank DESC, a.id DESC",
    after: "($15::int IS NULL OR (a.rank, a.id) < ($15::int, $16::bigint))",
    cursor: (row: AlertRow) => `${row.rank}.${row.id}`,
  },
  newest: {
    by: "a.id DESC",
    after: "($15::int IS NULL OR a.id < $16::bigint)",
    cursor: (row: AlertRow) => `0.${row.id}`,
  },
} as const;

/** One page of alerts within reach, with the counts of the facets. */
export async function listAlerts(client: Client, query: AlertQuery, asking: Asking): Promise<AlertPage> {
  const order = ORDERS[query.sort];
  const values = filterValues(query, asking);
  const [, rank = null, id = null] = /^(\d{1,9})\.(\d{1,18})$/.exec(query.cursor ?? "") ?? [];
  // Before the page: what changes in between is in a later frame, and told twice rather than not at all.
  const offset = await readAlertOffset(client, asking.reach);
  const page = client.query<AlertRow>(
    `WITH page AS (
       SELECT a.* FROM alert a WHERE ${askedFor(query)} AND ${order.after}
       ORDER BY ${order.by} LIMIT $17
     ) ${alertSelect("page")} ORDER BY ${order.by}`,
    [...values, rank, id, query.limit + 1],
  );
  const [{ rows }, { facets, total }] = await Promise.all([page, readFacets(client, values)]);
  const last = rows[query.limit - 1];
  return {
    items: alertsOf(rows.slice(0, query.limit), asking.reach),
    next: rows.length > query.limit && last ? order.cursor(last) : null,
    total,
    facets,
    ...offset,
    now: new Date(asking.now).toISOString(),
  };
}

const COLUMNS: Record<Exclude<Facet, "quiet">, string> = {
  status: "status",
  severity: "severity",
  kind: "kind",
  site: "site_id::text",
  floor: "coalesce(floor_id, 0)::text",
  vendor: "vendor",
  assignee: "assignee_id",
};

const NAMES: Partial<Record<Facet, string>> = {
  site: "(SELECT coalesce(s.name, s.vendor_name) FROM space s WHERE s.id = value::int)",
  floor: "(SELECT coalesce(s.name, s.vendor_name) FROM space s WHERE s.id = value::int)",
  assignee: `(SELECT u.name FROM "user" u WHERE u.id = value)`,
};

const READ_FACETS = `
WITH RECURSIVE ${CUBE}
${Object.entries(COLUMNS)
  .map(
    ([facet, column]) => `SELECT '${facet}' AS facet, value, count, ${NAMES[facet as Facet] ?? "value"} AS name FROM (
  SELECT ${column} AS value, sum(n)::int AS count FROM cube a WHERE ${matching(facet as Facet)} GROUP BY 1) f`,
  )
  .join("\nUNION ALL ")}
UNION ALL SELECT 'quiet', '', coalesce(sum(n), 0)::int, '' FROM cube a WHERE ${matching("quiet")} AND is_quiet
UNION ALL SELECT 'total', '', coalesce(sum(n), 0)::int, '' FROM cube a WHERE ${matching()}`;

interface FacetRow {
  facet: Facet | "total";
  value: string;
  name: string | null;
  count: number;
}

async function readFacets(client: Client, values: readonly unknown[]): Promise<{ facets: AlertFacets; total: number }> {
  const { rows } = await client.query<FacetRow>({ name: "alert-facets", text: READ_FACETS, values: [...values] });
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet && row.value !== "" && row.value !== "0" && !row.value.startsWith("-"))
      .map(({ value, name, count }) => ({ value, name: shown(name ?? value), count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const only = (facet: FacetRow["facet"]) => rows.find((row) => row.facet === facet)?.count ?? 0;
  const inOrder = (facet: Facet, order: readonly string[]) =>
    of(facet).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return {
    total: only("total"),
    facets: {
      status: inOrder("status", ALERT_STATUSES),
      severity: inOrder("severity", ALERT_SEVERITIES),
      kind: of("kind"),
      site: of("site"),
      floor: of("floor"),
      vendor: of("vendor"),
      assignee: of("assignee"),
      suppressed: only("quiet"),
    },
  };
}

/** These alerts, as far as they are within reach, the newest first. */
export async function readAlerts(client: Client, ids: readonly string[], reach: Reach): Promise<Alert[]> {
  const { rows } = await client.query<AlertRow>({
    name: "read-alerts",
    text: `WITH page AS (SELECT * FROM alert WHERE id = ANY($1::bigint[]) AND ($2::int[] IS NULL OR site_id = ANY($2)))
           ${alertSelect("page")} ORDER BY a.id DESC`,
    values: [ids, reach],
  });
  return alertsOf(rows, reach);
}
