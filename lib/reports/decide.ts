import "server-only";
import type { Pool } from "pg";
import { reportStep } from "@/lib/core/reports/schedule";
import { inTransaction } from "@/lib/db/in-transaction";
import { addReportMails } from "@/lib/db/reports/report-outbox";
import { type ReportRecord, setNextAt, takeDueReports } from "@/lib/db/reports/report-repository";

const AT_ONCE = 50;

/** Everybody a report goes to, each once. */
const recipientsOf = ({ toOwner, ownerEmail, addresses }: ReportRecord): string[] => [
  ...new Set([...(toOwner ? [ownerEmail.toLowerCase()] : []), ...addresses]),
];

/**
 * Writes down the mails of every report whose time has come, with its next time in one transaction: a period is mailed
 * once, also if the process dies here or two look at once. Answers whether more may be due.
 */
export function decideReports(pool: Pool, now: number): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const due = await takeDueReports(client, new Date(now), AT_ONCE);
    for (const report of due) {
      const step = reportStep(report, report.nextAt.getTime(), now);
      if (!step) continue;
      await addReportMails(client, report.id, step.period, recipientsOf(report), new Date(now));
      await setNextAt(client, report.id, new Date(step.nextAt));
    }
    return due.length === AT_ONCE;
  });
}
