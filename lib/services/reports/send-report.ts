import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { ChannelTest } from "@/lib/core/notifications/channel";
import { lastDue } from "@/lib/core/reports/schedule";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { textOf } from "@/lib/notifications/text-of";
import { reportContent, reportFacts } from "@/lib/reports/report-content";
import { type Notifier, notifier } from "@/lib/runtime/notifications";
import { reportFor } from "./read-reports";

interface Deps {
  readonly db?: Database;
  readonly notifications?: Pick<Notifier, "senders" | "publicUrl">;
  /** ms */
  readonly now?: number;
}

/**
 * Sends the newest whole period to whoever asks, with what they may see, and answers what the mail server said. It does
 * not count as the report's own sending. Audited. Throws `not-found`.
 */
export async function sendReportNow(reportId: string, actor: Actor, deps: Deps = {}): Promise<ChannelTest> {
  const { db = database(), notifications = notifier(), now = Date.now() } = deps;
  const report = await reportFor(reportId, actor, db);
  if (report.place === null) throw new AppError("conflict", "The place of this report is gone.");
  const began = performance.now();
  const facts = await reportFacts(report, lastDue(report, now).period, actor, db, now);
  const t = await textOf(report.language);
  const content = reportContent(report, facts, {
    id: randomUUID(),
    publicUrl: notifications.publicUrl,
    isToOwner: report.ownerId === actor.userId,
    t,
  });
  const { ok, answer } = await notifications.senders.mail([actor.email], content);
  await writeAudit(db.read, {
    ...{ actor, action: "report.send", objectType: "report", objectId: reportId, siteId: report.place.siteId },
    after: { subject: content.subject, ok, answer },
  });
  return { ok, answer, tookMs: Math.round(performance.now() - began) };
}
