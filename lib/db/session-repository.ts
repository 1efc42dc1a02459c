import "server-only";
import type { Database } from "./database";

/** Which of these sessions have neither ended nor expired. */
export async function liveSessions(db: Database, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await db.read.query<{ id: string }>({
    name: "live-sessions",
    text: "SELECT id FROM session WHERE id = ANY($1::text[]) AND expires_at > now()",
    values: [sessionIds],
  });
  return new Set(rows.map((row) => row.id));
}
