import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import type { Report, ReportList } from "@/lib/core/reports/report";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { listChannels } from "@/lib/db/notifications/channel-repository";
import type { Readable } from "@/lib/db/place-of";
import {
  type LastMails,
  listReports,
  type ReportRecord,
  readLastMails,
  readReport,
} from "@/lib/db/reports/report-repository";

/** One's own reports; who looks after notifications sees those about their sites, too. */
export async function readReports(actor: Actor, db: Database = database()): Promise<ReportList> {
  const sites = isAllowed(actor, "rule:write") ? actor.sites : [];
  const [records, channels] = await Promise.all([listReports(db.read, actor.userId, sites), listChannels(db)]);
  return {
    items: await wireReports(records, actor, db),
    canMail: channels.some(({ kind, isEnabled }) => kind === "email" && isEnabled),
    mayAddress: isAllowed(actor, "report:address"),
  };
}

/** A report that exists for them: their own, or one about their sites that they look after. Throws `not-found`. */
export async function reportFor(reportId: string, actor: Actor, { read }: Readable): Promise<ReportRecord> {
  const report = await readReport(read, reportId);
  const isTheirs = report !== null && (report.ownerId === actor.userId || looksAfter(report, actor));
  if (!isTheirs) throw new AppError("not-found", "There is no such report.");
  return report;
}

const looksAfter = ({ place }: ReportRecord, actor: Actor): boolean =>
  isAllowed(actor, "rule:write") && (actor.sites === null || (place !== null && actor.sites.includes(place.siteId)));

/** One report as an answer. */
export async function wireReport(record: ReportRecord, actor: Actor, db: Readable): Promise<Report> {
  const [report] = await wireReports([record], actor, db);
  if (!report) throw new AppError("not-found", "There is no such report.");
  return report;
}

async function wireReports(records: readonly ReportRecord[], actor: Actor, { read }: Readable): Promise<Report[]> {
  const last = await readLastMails(
    read,
    records.map(({ id }) => id),
  );
  return records.map((record) => wire(record, last.get(record.id) ?? null, actor));
}

function wire(record: ReportRecord, last: LastMails | null, actor: Actor): Report {
  const { kind, tag, hours, every, weekday, timeZone, toOwner, language, isPaused, stopped, version } = record;
  return {
    ...{ kind, tag, hours, every, weekday, timeZone, toOwner, language, isPaused, stopped, version },
    id: String(record.id),
    place: placeFor(record, actor),
    type: record.typeId === null ? null : { id: String(record.typeId), name: record.typeName ?? "" },
    owner: { name: record.ownerName, email: record.ownerEmail },
    isMine: record.ownerId === actor.userId,
    addresses: [...record.addresses],
    nextAt: isPaused ? null : record.nextAt.toISOString(),
    last: last && { from: last.from, to: last.to, mails: [...last.mails] },
  };
}

/** Also of one's own reports the names of what is not theirs any more stay unsaid. */
function placeFor({ place, withinId }: ReportRecord, { sites }: Actor): Report["place"] {
  if (place === null || (sites !== null && !sites.includes(place.siteId))) return null;
  return { id: String(withinId), name: place.name, site: place.siteName, kind: place.kind };
}
