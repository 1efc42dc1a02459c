import "server-only";
import { AppError } from "@/lib/core/errors";
import { retryAfter } from "@/lib/core/notifications/retry";
import type { StopReason } from "@/lib/core/reports/report";
import type { ReportFacts } from "@/lib/core/reports/report-body";
import { text } from "@/lib/core/text";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { type ReaderRow, readReader } from "@/lib/db/notifications/reader-rows";
import { type ClaimedMail, claimReportMails, type EndedMail, endReportMail } from "@/lib/db/reports/report-outbox";
import { type ReportRecord, readReport, stopReport } from "@/lib/db/reports/report-repository";
import type { SendOutcome } from "@/lib/notifications/send-outcome";
import type { Senders } from "@/lib/notifications/senders";
import { textOf } from "@/lib/notifications/text-of";
import { ownerActor, whyStopped } from "./reach";
import { reportContent, reportFacts } from "./report-content";

export interface DeliveringReports {
  readonly db: Database;
  readonly senders: Pick<Senders, "mail">;
  /** ms */
  readonly now: () => number;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
}

/** Hours that are being worked out are waited for so long, ms; then the mail says that figures may still change. */
const WAIT_FOR_HOURS_MS = 3_600_000;
const ASK_AGAIN_MS = 60_000;

const STOPPED: Record<StopReason, string> = {
  account: text("Whoever made this report has no account any more."),
  role: text("Whoever made this report may not have reports any more."),
  place: text("Whoever made this report may not see this place any more, or it is gone."),
};

/**
 * Sends what is due, one mail after the other, so that none waits longer than its lease; the figures of a report are read
 * once for all its recipients. Ends early when it is to stop. Answers how many were worked on.
 */
export async function deliverReports(delivering: DeliveringReports, isStopped = () => false): Promise<number> {
  const { db, now } = delivering;
  let count = 0;
  let [key, told]: [string, Told] = ["", { kind: "nothing", why: "" }];
  while (!isStopped()) {
    const [mail] = await claimReportMails(db.read, new Date(now()), 1);
    if (!mail) break;
    const asked = `${mail.reportId} ${mail.period.from} ${mail.period.to}`;
    if (asked !== key) [key, told] = [asked, await tell(mail, delivering)];
    await endReportMail(db.read, mail, await deliver(mail, told, delivering));
    count++;
  }
  return count;
}

type Told =
  | { readonly kind: "facts"; readonly report: ReportRecord; readonly owner: ReaderRow; readonly facts: ReportFacts }
  | { readonly kind: "nothing"; readonly why: string }
  | { readonly kind: "trouble"; readonly why: string; readonly isFinal: boolean };

/** The figures of a period, or why nobody is told. What its owner may not see any more stops the report. */
async function tell({ reportId, period }: ClaimedMail, { db, now }: DeliveringReports): Promise<Told> {
  const report = await readReport(db.read, reportId);
  if (!report || report.isRemoved) return { kind: "nothing", why: text("The report was removed before.") };
  const owner = await readReader(db.read, report.ownerId);
  const reason = whyStopped(report, owner);
  if (reason !== null || owner === null) {
    await stop(report, reason ?? "account", db);
    return { kind: "nothing", why: STOPPED[reason ?? "account"] };
  }
  if (report.isPaused) return { kind: "nothing", why: text("The report was paused before.") };
  try {
    return { kind: "facts", report, owner, facts: await reportFacts(report, period, ownerActor(owner), db, now()) };
  } catch (error) {
    // Too much was asked, which another try does not change; or the database did not answer, which it may.
    if (error instanceof AppError) return { kind: "trouble", why: error.message, isFinal: true };
    return { kind: "trouble", why: text("The figures could not be read."), isFinal: false };
  }
}

async function stop({ id, place }: ReportRecord, reason: StopReason, db: Database): Promise<void> {
  await inTransaction(db.read, async (client) => {
    if (!(await stopReport(client, id, reason))) return;
    await writeAudit(client, {
      actor: { userId: "system", name: "Occupancy" },
      action: "report.stop",
      objectType: "report",
      objectId: String(id),
      siteId: place?.siteId ?? null,
      after: { reason },
    });
  });
}

async function deliver(
  mail: ClaimedMail,
  told: Told,
  { senders, now, publicUrl }: DeliveringReports,
): Promise<EndedMail> {
  if (told.kind === "nothing") return { status: "skipped", answer: told.why, at: new Date(now()), isUntried: true };
  if (told.kind === "trouble")
    return endedBy(mail, { ok: false, answer: told.why, isFinal: told.isFinal, retryAfterS: null }, now());
  const { report, owner, facts } = told;
  if (facts.figures.pendingHours > 0 && now() - mail.createdAt.getTime() < WAIT_FOR_HOURS_MS)
    return { status: "waiting", answer: null, at: new Date(now() + ASK_AGAIN_MS), isUntried: true };
  const isToOwner = mail.recipient === owner.email.toLowerCase();
  const t = await textOf(report.language);
  const content = reportContent(report, facts, { id: mail.id, publicUrl, isToOwner, t });
  return endedBy(mail, await senders.mail([mail.recipient], content), now());
}

function endedBy({ attempts }: ClaimedMail, outcome: SendOutcome, at: number): EndedMail {
  const { answer } = outcome;
  if (outcome.ok) return { status: "sent", answer, at: new Date(at) };
  const wait = outcome.isFinal ? null : retryAfter(attempts, outcome.retryAfterS);
  if (wait === null) return { status: "failed", answer, at: new Date(at) };
  return { status: "waiting", answer, at: new Date(at + wait) };
}
