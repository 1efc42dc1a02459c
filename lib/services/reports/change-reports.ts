import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorize, isAllowed } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import { MOST_REPORTS, type Report, type ReportChange, type ReportDraft } from "@/lib/core/reports/report";
import { nextDue } from "@/lib/core/reports/schedule";
import { text } from "@/lib/core/text";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { readReader } from "@/lib/db/notifications/reader-rows";
import { placeOfSpace } from "@/lib/db/place-of";
import {
  insertReport,
  lockReport,
  type ReportRecord,
  readReport,
  updateReport,
} from "@/lib/db/reports/report-repository";
import { whyStopped } from "@/lib/reports/reach";
import { reportFor, wireReport } from "./read-reports";

interface Deps {
  readonly db?: Database;
  /** ms */
  readonly now?: number;
}

const MAY_NOT_ADDRESS = text("Only admins may send reports to other addresses.");

/** Makes a report, audited. Throws `not-found` for a place that is not theirs, `forbidden`, `invalid`, `conflict`. */
export async function addReport(draft: ReportDraft, actor: Actor, deps: Deps = {}): Promise<Report> {
  const { db = database(), now = Date.now() } = deps;
  const { within, type, addresses, kind, tag, hours, every, weekday, toOwner, language } = draft;
  const place = await placeOfSpace(within, db);
  authorize(actor, "space:read", place ?? { siteId: -1 });
  if (place === null) throw new AppError("not-found", "There is nothing here.");
  if (addresses.length > 0 && !isAllowed(actor, "report:address")) throw new AppError("forbidden", MAY_NOT_ADDRESS);
  return inTransaction(db.read, async (client) => {
    const settings = { kind, tag, hours, every, weekday, toOwner, addresses, language };
    const ids = { ownerId: actor.userId, withinId: Number(within), typeId: type === null ? null : Number(type) };
    const id = await insertReport(client, { ...settings, ...ids, nextAt: new Date(now) }, MOST_REPORTS);
    if (id === null) throw new AppError("conflict", "You have as many reports as can be kept. Remove one first.");
    const record = await known(client, id);
    if (record.place === null) throw new AppError("invalid", "A report is about a site, a building or a floor.");
    await update(client, record, { nextAt: new Date(nextDue(record, now).at) });
    const after = { within: record.place.name, ...settings };
    const entry = { actor, action: "report.create", objectType: "report", objectId: String(id) };
    await writeAudit(client, { ...entry, siteId: record.place.siteId, after });
    return wireReport(await known(client, id), actor, { read: client });
  });
}

async function known(client: PoolClient, id: number): Promise<ReportRecord> {
  const record = await readReport(client, id);
  if (!record) throw new AppError("not-found", "There is no such report.");
  return record;
}

const update = (client: PoolClient, before: ReportRecord, change: Partial<Parameters<typeof updateReport>[2]>) =>
  updateReport(client, before.id, { ...before, ...change });

/** Changes what is named, audited. Throws `not-found`, `forbidden`, `invalid`, `conflict` when it is not the version that was read. */
export async function changeReport(
  reportId: string,
  change: ReportChange,
  actor: Actor,
  deps: Deps = {},
): Promise<Report> {
  const { db = database(), now = Date.now() } = deps;
  return inTransaction(db.read, async (client) => {
    await lockReport(client, reportId);
    const before = await reportFor(reportId, actor, { read: client });
    if (before.version !== change.version)
      throw new AppError("conflict", "Somebody else has changed this report. Look at it again first.");
    const after = changed(before, change, actor, now);
    if (before.isPaused && !after.isPaused) await mayRun(client, before);
    await update(client, before, after);
    await writeAudit(client, {
      ...{ actor, action: "report.update", objectType: "report", objectId: String(before.id) },
      siteId: before.place?.siteId ?? null,
      before: told(before),
      after: told(after),
    });
    return wireReport(await known(client, before.id), actor, { read: client });
  });
}

const told = ({ every, weekday, toOwner, addresses, language, isPaused, isRemoved }: ReportRecord) => ({
  ...{ every, weekday, toOwner, addresses, language, isPaused, isRemoved },
});

function changed(before: ReportRecord, change: ReportChange, actor: Actor, now: number): ReportRecord {
  const { version: _, ...fields } = change;
  const next: ReportRecord = {
    ...before,
    ...Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)),
  };
  const isNew = next.addresses.some((address) => !before.addresses.includes(address));
  if (isNew && !isAllowed(actor, "report:address")) throw new AppError("forbidden", MAY_NOT_ADDRESS);
  if (!next.toOwner && next.addresses.length === 0)
    throw new AppError("invalid", "A report is sent to somebody. Pause or remove it instead.");
  const isResumed = before.isPaused && !next.isPaused;
  const isMoved = next.every !== before.every || next.weekday !== before.weekday || isResumed || before.isRemoved;
  return {
    ...next,
    stopped: next.isPaused ? before.stopped : null,
    nextAt: isMoved ? new Date(nextDue(next, now).at) : before.nextAt,
  };
}

/** What stopped a report has to be over before it can go on. */
async function mayRun(client: PoolClient, report: ReportRecord): Promise<void> {
  const reason = whyStopped(report, await readReader(client, report.ownerId));
  if (reason === "account") throw new AppError("conflict", "Whoever made this report has no account any more.");
  if (reason === "role") throw new AppError("conflict", "Whoever made this report may not have reports any more.");
  if (reason === "place")
    throw new AppError("conflict", "Whoever made this report may not see this place any more, or it is gone.");
}

/** Removes a report, audited; it can be taken back for some days. Throws `not-found`. */
export async function removeReport(reportId: string, actor: Actor, deps: Deps = {}): Promise<Report> {
  const { db = database() } = deps;
  return inTransaction(db.read, async (client) => {
    await lockReport(client, reportId);
    const before = await reportFor(reportId, actor, { read: client });
    await update(client, before, { isRemoved: true });
    await writeAudit(client, {
      ...{ actor, action: "report.delete", objectType: "report", objectId: String(before.id) },
      siteId: before.place?.siteId ?? null,
      before: { within: before.place?.name ?? null, ...told(before) },
    });
    return wireReport(await known(client, before.id), actor, { read: client });
  });
}
