import "server-only";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";

/** Differs when a floor of these sites (null: of all) came, went, moved or was renamed. */
export async function readFloorsVersion(sites: readonly number[] | null, db: Database): Promise<string> {
  const { rows } = await db.read.query<{ version: string | null }>({
    name: "floors-version",
    text: `WITH RECURSIVE ${spacesWithin("$1")}
           SELECT md5(string_agg(concat_ws('/', id, parent_id, kind, coalesce(name, vendor_name), archived_at), ',' ORDER BY id)) AS version
           FROM space WHERE kind IN ('site', 'building', 'floor') AND ($1::int[] IS NULL OR id IN (SELECT id FROM mine))`,
    values: [sites],
  });
  return rows[0]?.version ?? "";
}
