import "server-only";
import type { PoolClient } from "pg";
import { MOST_SAVED_VIEWS, type SavedView, type SavedViewDraft } from "@/lib/core/saved-view";
import type { Database } from "./database";
import { parseId } from "./parse-id";

interface Row {
  id: number;
  name: string;
  search: string;
}

const savedView = ({ id, name, search }: Row): SavedView => ({ id: String(id), name, search });

/** Somebody's own views, by name. */
export async function listSavedViews(userId: string, db: Database): Promise<SavedView[]> {
  const { rows } = await db.read.query<Row>(
    `SELECT id, name, search FROM saved_view WHERE user_id = $1 ORDER BY lower(name), id LIMIT ${MOST_SAVED_VIEWS}`,
    [userId],
  );
  return rows.map(savedView);
}

/** Inside a transaction. A name that is there already gets the new search; null when they have too many. */
export async function upsertSavedView(
  client: PoolClient,
  userId: string,
  { name, search }: SavedViewDraft,
): Promise<SavedView | null> {
  const { rows } = await client.query<Row>(
    `INSERT INTO saved_view (user_id, name, search)
     SELECT $1, $2, $3
     WHERE (SELECT count(*) FROM saved_view WHERE user_id = $1 AND name <> $2) < ${MOST_SAVED_VIEWS}
     ON CONFLICT (user_id, name) DO UPDATE SET search = excluded.search
     RETURNING id, name, search`,
    [userId, name, search],
  );
  return rows[0] ? savedView(rows[0]) : null;
}

/** Inside a transaction. Null when they have no such view. */
export async function deleteSavedView(client: PoolClient, userId: string, id: string): Promise<SavedView | null> {
  const { rows } = await client.query<Row>(
    "DELETE FROM saved_view WHERE id = $1 AND user_id = $2 RETURNING id, name, search",
    [parseId(id), userId],
  );
  return rows[0] ? savedView(rows[0]) : null;
}
