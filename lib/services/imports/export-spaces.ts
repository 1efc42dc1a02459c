import "server-only";
import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/auth/actor";
import { EXPORT_HEADER, exportRows, TEMPLATE_ROWS } from "@/lib/core/imports/export-rows";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readKnownSpaces, readPlacedSources, readTypes } from "@/lib/db/import-repository";

/** With a byte order mark, so that Excel reads names as they are. */
const csv = (rows: readonly (readonly string[])[]) =>
  stringify([EXPORT_HEADER, ...rows] as string[][], { bom: true, record_delimiter: "windows" });

/** Every space of the person's sites, with its sources, as CSV. Audited. */
export async function exportSpaces(actor: Actor, db: Database = database()): Promise<string> {
  const [spaces, types, sources] = await Promise.all([
    readKnownSpaces(db.read, actor.sites),
    readTypes(db.read),
    readPlacedSources(db.read, actor.sites),
  ]);
  const entry = { action: "space.export", objectType: "export", objectId: "spaces" };
  const siteId = actor.sites?.length === 1 ? (actor.sites[0] ?? null) : null;
  await writeAudit(db.read, { actor, ...entry, siteId, after: { spaces: spaces.length, sources: sources.length } });
  return csv(exportRows(spaces, types, sources));
}

/** The columns with a few rows that show how they are filled in. */
export const importTemplate = (): string => csv(TEMPLATE_ROWS);
