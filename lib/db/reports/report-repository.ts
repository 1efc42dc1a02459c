import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Locale } from "@/lib/core/locale";
import type { ReportMail, StopReason } from "@/lib/core/reports/report";
import { shown } from "@/lib/core/space-row";
import { parseId } from "../parse-id";

type Client = Pick<Pool | PoolClient, "query">;

/** A report as it lies in the database, with where it is about. */
export interface ReportRecord {
  readonly id: number;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly withinId: number;
  readonly kind: "room" | "zone" | "desk";
  readonly typeId: number | null;
  readonly typeName: string | null;
  readonly tag: string | null;
  readonly hours: "working" | "all";
  readonly every: "week" | "month";
  readonly weekday: number;
  readonly toOwner: boolean;
  readonly addresses: readonly string[];
  readonly language: Locale;
  readonly isPaused: boolean;
  readonly stopped: StopReason | null;
  readonly nextAt: Date;
  readonly version: number;
  readonly isRemoved: boolean;
  /** Null when it is not there any more. */
  readonly place: {
    readonly name: string;
    readonly kind: "site" | "building" | "floor";
    readonly siteId: number;
    readonly siteName: string;
  } | null;
  readonly timeZone: string;
}

/** The site above each report's place is looked up; an archived place is none. */
const READ = `
SELECT r.id, r.owner_id AS "ownerId", u.name AS "ownerName", u.email AS "ownerEmail", r.within_id AS "withinId", r.kind,
  r.type_id AS "typeId", y.name AS "typeName", r.tag, r.hours, r.every, r.weekday, r.to_owner AS "toOwner", r.addresses,
  r.language, r.is_paused AS "isPaused", r.stopped, r.next_at AS "nextAt", r.version, r.removed_at IS NOT NULL AS "isRemoved",
  p.kind::text AS place_kind, coalesce(p.name, p.vendor_name, '') AS place_name,
  site.id AS site_id, coalesce(site.name, site.vendor_name, '') AS site_name, coalesce(site.time_zone, 'UTC') AS "timeZone"
FROM report r JOIN "user" u ON u.id = r.owner_id
LEFT JOIN space_type y ON y.id = r.type_id
LEFT JOIN space p ON p.id = r.within_id AND p.archived_at IS NULL AND p.kind IN ('site', 'building', 'floor')
LEFT JOIN LATERAL (
  WITH RECURSIVE up AS (
    SELECT s.id, s.parent_id, s.kind, s.name, s.vendor_name, s.time_zone, s.archived_at FROM space s WHERE s.id = p.id
    UNION ALL
    SELECT s.id, s.parent_id, s.kind, s.name, s.vendor_name, s.time_zone, s.archived_at FROM space s JOIN up ON s.id = up.parent_id
  )
  SELECT * FROM up WHERE kind = 'site' AND archived_at IS NULL
) site ON true`;

interface Row extends Omit<ReportRecord, "place"> {
  readonly place_kind: "site" | "building" | "floor" | null;
  readonly place_name: string;
  readonly site_id: number | null;
  readonly site_name: string;
}

function recordOf({ place_kind, place_name, site_id, site_name, ...row }: Row): ReportRecord {
  const place =
    place_kind === null || site_id === null
      ? null
      : { kind: place_kind, name: shown(place_name), siteId: site_id, siteName: shown(site_name) };
  return { ...row, typeName: row.typeName === null ? null : shown(row.typeName), place };
}

/** Reports of somebody, and those about these sites (null: every site; empty: none but theirs), oldest first. */
export async function listReports(
  client: Client,
  ownerId: string,
  sites: readonly number[] | null,
): Promise<ReportRecord[]> {
  const { rows } = await client.query<Row>(
    `${READ} WHERE r.removed_at IS NULL AND (r.owner_id = $1 OR $2::int[] IS NULL OR site.id = ANY($2::int[])) ORDER BY r.id LIMIT 500`,
    [ownerId, sites],
  );
  return rows.map(recordOf);
}

/** Null when there is none. Removed ones are there, too: a removal can be taken back. */
export async function readReport(client: Client, reportId: string | number): Promise<ReportRecord | null> {
  const id = parseId(String(reportId));
  if (id === null) return null;
  const { rows } = await client.query<Row>(`${READ} WHERE r.id = $1`, [id]);
  return rows[0] ? recordOf(rows[0]) : null;
}

/** Inside a transaction: until its end nobody else changes or decides about it. */
export const lockReport = async (client: PoolClient, reportId: string): Promise<void> => {
  await client.query("SELECT 1 FROM report WHERE id = $1 FOR UPDATE", [parseId(reportId)]);
};

/** Inside a transaction, and for it alone: reports whose time has come, at most so many. */
export async function takeDueReports(client: PoolClient, now: Date, most: number): Promise<ReportRecord[]> {
  const due = await client.query<{ id: number }>({
    name: "due-reports",
    text: `SELECT id FROM report WHERE next_at <= $1 AND NOT is_paused AND removed_at IS NULL
           ORDER BY next_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    values: [now, most],
  });
  if (due.rows.length === 0) return [];
  const { rows } = await client.query<Row>(`${READ} WHERE r.id = ANY($1::int[])`, [due.rows.map(({ id }) => id)]);
  return rows.map(recordOf);
}

type NewReport = Pick<
  ReportRecord,
  | "ownerId"
  | "withinId"
  | "kind"
  | "typeId"
  | "tag"
  | "hours"
  | "every"
  | "weekday"
  | "toOwner"
  | "addresses"
  | "language"
  | "nextAt"
>;

/** Inside a transaction. Null when they have so many already. */
export async function insertReport(client: PoolClient, report: NewReport, most: number): Promise<number | null> {
  const { ownerId, withinId, kind, typeId, tag, hours, every, weekday, toOwner, addresses, language, nextAt } = report;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO report (owner_id, within_id, kind, type_id, tag, hours, every, weekday, to_owner, addresses, language, next_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     WHERE (SELECT count(*) FROM report WHERE owner_id = $1 AND removed_at IS NULL) < $13 RETURNING id`,
    [ownerId, withinId, kind, typeId, tag, hours, every, weekday, toOwner, addresses, language, nextAt, most],
  );
  return rows[0]?.id ?? null;
}

type Settings = Pick<
  ReportRecord,
  "every" | "weekday" | "toOwner" | "addresses" | "language" | "isPaused" | "stopped" | "nextAt" | "isRemoved"
>;

/** Inside a transaction, with its row locked. */
export async function updateReport(client: PoolClient, id: number, settings: Settings): Promise<void> {
  const { every, weekday, toOwner, addresses, language, isPaused, stopped, nextAt, isRemoved } = settings;
  await client.query(
    `UPDATE report SET every = $2, weekday = $3, to_owner = $4, addresses = $5, language = $6, is_paused = $7, stopped = $8,
       next_at = $9, removed_at = CASE WHEN $10 THEN coalesce(removed_at, now()) END, version = version + 1 WHERE id = $1`,
    [id, every, weekday, toOwner, addresses, language, isPaused, stopped, nextAt, isRemoved],
  );
}

/** Inside a transaction: when it is looked at next. */
export async function setNextAt(client: PoolClient, id: number, nextAt: Date): Promise<void> {
  await client.query("UPDATE report SET next_at = $2 WHERE id = $1", [id, nextAt]);
}

/** It stops by itself until somebody resumes it. */
export async function stopReport(client: Client, id: number, reason: StopReason): Promise<boolean> {
  const { rowCount } = await client.query(
    "UPDATE report SET is_paused = true, stopped = $2, version = version + 1 WHERE id = $1 AND NOT is_paused",
    [id, reason],
  );
  return rowCount === 1;
}

/** The mails of a report's newest period. */
export interface LastMails {
  readonly reportId: number;
  readonly from: string;
  readonly to: string;
  readonly mails: readonly ReportMail[];
}

const LAST = `
SELECT m.report_id AS "reportId", to_char(m.period_from, 'YYYY-MM-DD') AS "from", to_char(m.period_to, 'YYYY-MM-DD') AS "to",
  m.recipient, CASE m.status WHEN 'sending' THEN 'waiting' ELSE m.status END AS status, m.answer, coalesce(m.ended_at, m.due_at) AS at
FROM unnest($1::int[]) AS asked (id)
CROSS JOIN LATERAL (
  SELECT period_from, period_to FROM report_mail WHERE report_id = asked.id ORDER BY created_at DESC, period_to DESC LIMIT 1
) newest
JOIN report_mail m ON (m.report_id, m.period_from, m.period_to) = (asked.id, newest.period_from, newest.period_to)
ORDER BY m.report_id, m.recipient`;

interface LastRow extends Omit<ReportMail, "at"> {
  readonly reportId: number;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** What became of the newest period of each of these reports. */
export async function readLastMails(client: Client, ids: readonly number[]): Promise<Map<number, LastMails>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<LastRow>(LAST, [ids]);
  const byReport = Map.groupBy(rows, ({ reportId }) => reportId);
  return new Map(
    [...byReport].flatMap(([reportId, all]) => {
      const [first] = all;
      if (!first) return [];
      const mails = all.map(({ recipient, status, answer, at }) => ({
        recipient,
        status,
        answer,
        at: at.toISOString(),
      }));
      return [[reportId, { reportId, from: first.from, to: first.to, mails }]];
    }),
  );
}
