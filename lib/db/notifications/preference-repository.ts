import "server-only";
import type { Pool, PoolClient } from "pg";
import type { OwnNotifications, Wishes } from "@/lib/core/notifications/preference";
import { shown } from "@/lib/core/space-row";
import { spacesWithin } from "../place-of";

/** Inside a transaction. */
export async function putWishes(client: PoolClient, userId: string, wishes: Wishes): Promise<void> {
  await client.query(
    `INSERT INTO notification_preference (user_id, wishes) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET wishes = excluded.wishes, changed_at = now()`,
    [userId, JSON.stringify(wishes)],
  );
}

const PLACES = `
WITH RECURSIVE ${spacesWithin("$1")},
up AS (
  SELECT id, id AS at, kind, parent_id FROM space
  WHERE kind IN ('site', 'floor') AND archived_at IS NULL AND ($1::int[] IS NULL OR id IN (SELECT id FROM mine))
  UNION ALL SELECT up.id, s.id, s.kind, s.parent_id FROM space s JOIN up ON s.id = up.parent_id
)
SELECT s.id::text AS id, s.kind::text AS kind, coalesce(s.name, s.vendor_name, '') AS name,
       coalesce(t.name, t.vendor_name, '') AS site
FROM up JOIN space s ON s.id = up.id JOIN space t ON t.id = up.at
WHERE up.kind = 'site'
ORDER BY lower(coalesce(t.name, t.vendor_name)), t.id, s.kind, s.sort_order, lower(coalesce(s.name, s.vendor_name)), s.id LIMIT 2000`;

/** The sites and floors somebody may look at (null: all), each floor after its site. */
export async function readTellablePlaces(
  client: Pick<Pool | PoolClient, "query">,
  sites: readonly number[] | null,
): Promise<OwnNotifications["places"]> {
  const { rows } = await client.query<OwnNotifications["places"][number]>(PLACES, [sites]);
  return rows.map((place) => ({ ...place, name: shown(place.name), site: shown(place.site) }));
}
