import "server-only";
import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/auth/actor";
import type { AuditPage, AuditQuery } from "@/lib/core/audit";
import { auditWords } from "@/lib/core/audit-words";
import { listAudit } from "@/lib/db/audit-log-repository";
import { writeAudit, writeLook } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";

const LOG = { objectType: "audit", objectId: "log" };
const PAGE = 200;
const MOST_ROWS = 50_000;
const HEADER = ["Time (UTC)", "Who", "What", "Site", "Address", "Action", "Object", "Object ID", "Before", "After"];

/** Of one site, when the reader has no other: then their site admins see it, too. */
const siteOf = ({ sites }: Actor): number | null => (sites?.length === 1 ? (sites[0] ?? null) : null);

/** One page of the log as the actor may see it. It tells of people: that it was looked at is noted. */
export async function readAudit(query: AuditQuery, actor: Actor, db: Database = database()): Promise<AuditPage> {
  await writeLook(db.read, { actor, action: "audit.view", ...LOG, siteId: siteOf(actor) });
  return listAudit(query, actor.sites, db);
}

/** Everything that matches, the newest first and at most 50,000 rows, as CSV. Audited. */
export async function exportAudit(
  query: AuditQuery,
  actor: Actor,
  db: Database = database(),
): Promise<ReadableStream<Uint8Array>> {
  const { cursor: _, limit: __, ...filter } = query;
  await writeAudit(db.read, { actor, action: "audit.export", ...LOG, siteId: siteOf(actor), after: filter });
  const lines = csvLines(query, actor, db);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void lines.return(undefined),
  });
}

async function* csvLines(query: AuditQuery, actor: Actor, db: Database): AsyncGenerator<string, undefined> {
  // With a byte order mark, so that Excel reads names as they are.
  yield `\uFEFF${csv([HEADER])}`;
  let cursor: string | null | undefined = query.cursor;
  for (let rows = 0; rows < MOST_ROWS && cursor !== null; rows += PAGE) {
    const page: AuditPage = await listAudit({ ...query, cursor: cursor ?? undefined, limit: PAGE }, actor.sites, db);
    yield csv(page.items.map((item) => cells(item, page.spaces)));
    cursor = page.next;
  }
}

/** A name that begins like a formula must not become one where the file is opened. */
const csv = (rows: string[][]) => stringify(rows, { escape_formulas: true, record_delimiter: "windows" });

function cells(item: AuditPage["items"][number], spaces: AuditPage["spaces"]): string[] {
  const { at, actor, site, address, action, object, before, after } = item;
  const json = (value: unknown) => (value === null ? "" : JSON.stringify(value));
  const what = auditWords(item, spaces);
  return [
    at,
    actor.name,
    what,
    site?.name ?? "",
    address ?? "",
    action,
    object.type,
    object.id,
    json(before),
    json(after),
  ];
}
