import "server-only";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import { parseId } from "./parse-id";
import type { Readable } from "./place-of";

const NAMES = `
WITH RECURSIVE up AS (
  SELECT id, parent_id, kind, coalesce(name, vendor_name, '') AS name FROM space WHERE id = $1
  UNION ALL SELECT s.id, s.parent_id, s.kind, coalesce(s.name, s.vendor_name, '') FROM space s JOIN up ON s.id = up.parent_id
)
SELECT u.name, s.id AS "siteId", s.name AS site FROM up u LEFT JOIN up s ON s.kind = 'site' WHERE u.id = $1`;

/** What a space is called, and its site; null when there is no such space. Names may be "". */
export async function readPlaceNames(
  spaceId: string,
  db: Readable = database(),
): Promise<{ readonly name: string; readonly siteId: number | null; readonly site: string | null } | null> {
  const id = parseId(spaceId);
  if (id === null) return null;
  const { rows } = await db.read.query<{ name: string; siteId: number | null; site: string | null }>({
    name: "place-names",
    text: NAMES,
    values: [id],
  });
  const [row] = rows;
  const named = (name: string) => (name === "" ? "" : shown(name));
  return row ? { ...row, name: named(row.name), site: row.site === null ? null : named(row.site) } : null;
}
