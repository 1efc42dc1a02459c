import "server-only";
import type { VendorId } from "@/lib/core/observation";
import type { SourceStay } from "@/lib/core/source";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";
import { COUNT_EVENTS, type CountRow, isCapped } from "./waiting-repository";

const MOST = 100;

/** Who stood where, newest word first. Only within $1 (null: everywhere). */
const readStays = (which: string) => `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT a.id, a.starts_at, a.ends_at, a.created_at, a.assigned_by, o.id AS source_id, o.vendor,
       coalesce(o.name, o.external_id) AS source_name, s.id AS space_id, coalesce(s.name, s.vendor_name) AS space_name,
       (SELECT coalesce(fl.name, fl.vendor_name) FROM floor_member m JOIN space fl ON fl.id = m.floor_id
        WHERE m.space_id = s.id AND NOT m.removed LIMIT 1) AS floor_name,
       old.source_id AS old_id, coalesce(old_source.name, old_source.external_id) AS old_name
FROM assignment a JOIN source o ON o.id = a.source_id JOIN space s ON s.id = a.space_id
LEFT JOIN assignment old ON old.id = a.replaces_id LEFT JOIN source old_source ON old_source.id = old.source_id
WHERE ${which} AND ($1::int[] IS NULL OR a.space_id IN (SELECT id FROM mine))
ORDER BY a.id DESC LIMIT ${MOST}`;

interface Row {
  id: number;
  starts_at: Date;
  ends_at: Date | null;
  created_at: Date;
  assigned_by: string | null;
  source_id: number;
  vendor: VendorId;
  source_name: string;
  space_id: number;
  space_name: string | null;
  floor_name: string | null;
  old_id: number | null;
  old_name: string | null;
}

/** Where a source has stood, the newest first; stays outside the sites are left out. */
export async function readStaysOf(
  sourceId: number,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<SourceStay[]> {
  const { rows } = await db.read.query<Row>(readStays("a.source_id = $2"), [sites, sourceId]);
  return rows.map(stay);
}

const MAPPED_SINCE = `a.created_at >= $2 AND a.ends_at IS NULL AND a.assigned_by IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'parent' AND o.kind <> 'location')`;

/** What people mapped since a moment and still stands, the newest first, with how much each has said so far. */
export async function readMappedSince(
  since: Date,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<SourceStay[]> {
  const { rows } = await db.read.query<Row>(readStays(MAPPED_SINCE), [sites, since]);
  const counts = await db.read.query<CountRow>(COUNT_EVENTS, [rows.map(({ source_id }) => source_id)]);
  const byId = new Map(counts.rows.map((row) => [row.id, row]));
  return rows.map((row) => {
    const counted = byId.get(row.source_id);
    return { ...stay(row), events: { count: counted?.count ?? 0, isMore: counted ? isCapped(counted) : false } };
  });
}

function stay(row: Row): SourceStay {
  return {
    id: String(row.id),
    sourceId: String(row.source_id),
    sourceName: shown(row.source_name),
    vendor: row.vendor,
    space: {
      id: String(row.space_id),
      name: shown(row.space_name ?? ""),
      floor: row.floor_name === null ? null : shown(row.floor_name),
    },
    from: row.starts_at.toISOString(),
    to: row.ends_at?.toISOString() ?? null,
    at: row.created_at.toISOString(),
    by: row.assigned_by,
    replaces: row.old_id === null ? null : { id: String(row.old_id), name: shown(row.old_name ?? "") },
  };
}
