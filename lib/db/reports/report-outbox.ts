import "server-only";
import { randomUUID } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { ReportPeriod } from "@/lib/core/reports/schedule";

type Client = Pick<Pool | PoolClient, "query">;

/** Inside the transaction of the decision. A period reaches each recipient once, whoever decides and however often. */
export async function addReportMails(
  client: PoolClient,
  reportId: number,
  { from, to }: ReportPeriod,
  recipients: readonly string[],
  now: Date,
): Promise<void> {
  const ids = recipients.map(() => randomUUID());
  await client.query(
    `INSERT INTO report_mail (id, report_id, period_from, period_to, recipient, created_at, due_at)
     SELECT id, $1, $2::date, $3::date, recipient, $6, $6 FROM unnest($4::uuid[], $5::text[]) AS one (id, recipient)
     ON CONFLICT (report_id, period_from, period_to, recipient) DO NOTHING`,
    [reportId, from, to, ids, recipients, now],
  );
}

/** A mail that somebody is about to send. */
export interface ClaimedMail {
  readonly id: string;
  readonly reportId: number;
  readonly period: ReportPeriod;
  readonly recipient: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** After this somebody else tries what was claimed, s: figures take seconds, a slow mail server up to a minute. */
const LEASE_S = 180;

const CLAIM = `
UPDATE report_mail m SET status = 'sending', attempts = m.attempts + 1, due_at = $1::timestamptz + interval '${LEASE_S} seconds'
WHERE m.id IN (
  SELECT id FROM report_mail WHERE status IN ('waiting', 'sending') AND due_at <= $1
  ORDER BY due_at, report_id, recipient LIMIT $2 FOR UPDATE SKIP LOCKED
)
RETURNING m.id::text AS id, m.report_id AS "reportId", to_char(m.period_from, 'YYYY-MM-DD') AS "from",
  to_char(m.period_to, 'YYYY-MM-DD') AS "to", m.recipient, m.attempts, m.created_at AS "createdAt"`;

/** Takes what is due for this process alone: of two that ask at once, each gets others. */
export async function claimReportMails(client: Client, now: Date, most: number): Promise<ClaimedMail[]> {
  const { rows } = await client.query<Omit<ClaimedMail, "period"> & ReportPeriod>({
    name: "claim-report-mails",
    text: CLAIM,
    values: [now, most],
  });
  return rows.map(({ from, to, ...row }) => ({ ...row, period: { from, to } }));
}

/** What became of a try. */
export interface EndedMail {
  readonly status: "sent" | "failed" | "skipped" | "waiting";
  readonly answer: string | null;
  /** Of a waiting one the next try, else now. */
  readonly at: Date;
  /** The try did not count: nothing was sent. */
  readonly isUntried?: boolean;
}

/** Writes what became of it, unless somebody else has taken it meanwhile. */
export async function endReportMail(client: Client, { id, attempts }: ClaimedMail, ended: EndedMail): Promise<boolean> {
  const { status, answer, at, isUntried = false } = ended;
  const { rowCount } = await client.query({
    name: "end-report-mail",
    text: `UPDATE report_mail SET status = $2, answer = coalesce($3, answer), due_at = $4,
             ended_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $4::timestamptz END, attempts = attempts - $6
           WHERE id = $1 AND status = 'sending' AND attempts = $5`,
    values: [id, status, answer, at, attempts, isUntried ? 1 : 0],
  });
  return rowCount === 1;
}

/** How long it is told what was sent: longer than the longest period, so that none is sent again. */
const KEPT_DAYS = 400;
const REMOVED_DAYS = 30;

/** Removes mails that are older than they are kept, and reports that were removed long ago. */
export async function trimReports(pool: Pool, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await pool.query("DELETE FROM report_mail WHERE created_at < $1", [before(KEPT_DAYS)]);
  await pool.query("DELETE FROM report WHERE removed_at < $1", [before(REMOVED_DAYS)]);
}
