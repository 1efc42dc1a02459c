import "server-only";
import { stringify } from "csv-stringify/sync";
import { DateTime } from "luxon";
import type { Actor } from "@/lib/auth/actor";
import { readAlertReach } from "@/lib/auth/alert-reach";
import { POLICY } from "@/lib/core/access";
import type { Alert, AlertPage } from "@/lib/core/alert";
import type { AlertDetail } from "@/lib/core/alert-detail";
import type { AlertQuery } from "@/lib/core/alert-requests";
import { AppError } from "@/lib/core/errors";
import { english } from "@/lib/core/text";
import { type Assignee, readAssignees } from "@/lib/db/alerts/alert-actions";
import { readAlertDetail } from "@/lib/db/alerts/alert-detail";
import { listAlerts } from "@/lib/db/alerts/alert-list";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";

/** One page of alerts as the actor may see them. */
export async function readAlertPage(
  query: AlertQuery,
  actor: Actor,
  { now = Date.now(), db = database() }: { now?: number; db?: Database } = {},
): Promise<AlertPage> {
  return listAlerts(db.read, query, { userId: actor.userId, reach: await readAlertReach(actor, db), now });
}

/** One alert with its timeline. Throws `not-found`. */
export async function readOneAlert(id: string, actor: Actor, db: Database = database()): Promise<AlertDetail> {
  const detail = await readAlertDetail(db.read, id, await readAlertReach(actor, db));
  if (!detail) throw new AppError("not-found", "There is nothing here.");
  return detail;
}

/** People whom alerts of the actor's sites can be given to. */
export const listAssignees = (actor: Actor, db: Database = database()): Promise<Assignee[]> =>
  readAssignees(db.read, actor.sites, POLICY["alert:write"]);

const PAGE = 200;
const MOST_ROWS = 10_000;
const HEADER = ["Id", "Severity", "Status", "Kind", "Alert", "Detail", "Site", "Floor", "Space", "Device", "Since"];
const MORE = ["Opened", "Resolved", "Why", "Count", "Assignee", "People now", "Confirmed", "Rule"];

/** Everything that matches, at most 10,000 rows, as CSV; times on the clock of each site, with their offset. */
export async function exportAlerts(query: AlertQuery, actor: Actor, db: Database = database()): Promise<string> {
  const rows: string[][] = [];
  let cursor: string | null | undefined = query.cursor;
  while (cursor !== null && rows.length < MOST_ROWS) {
    const page: AlertPage = await readAlertPage({ ...query, cursor: cursor ?? undefined, limit: PAGE }, actor, { db });
    rows.push(...page.items.map(cells));
    cursor = page.next;
  }
  // With a byte order mark, so that Excel reads names as they are; no name may become a formula.
  return `\uFEFF${stringify([[...HEADER, ...MORE], ...rows], { escape_formulas: true, record_delimiter: "windows" })}`;
}

function cells(alert: Alert): string[] {
  const words = (said: Alert["detail"]) => (said === null ? "" : english(said.text, said.values));
  const zone = alert.site?.timeZone ?? "UTC";
  const local = (at: string | null) =>
    at === null ? "" : (DateTime.fromISO(at, { zone }).toISO({ suppressMilliseconds: true }) ?? "");
  return [
    alert.id,
    alert.severity,
    alert.status,
    alert.kind,
    words(alert.title),
    words(alert.detail),
    alert.site?.name ?? "",
    alert.floor?.name ?? "",
    alert.space?.name ?? "",
    alert.source?.name ?? "",
    local(alert.since),
    local(alert.openedAt),
    local(alert.resolvedAt),
    alert.resolvedReason ?? "",
    String(alert.count),
    alert.assignee?.name ?? "",
    alert.impact.people === null ? "" : String(alert.impact.people),
    alert.isConfirmed ? "yes" : "no",
    alert.rule?.name ?? "",
  ];
}
