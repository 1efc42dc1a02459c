import type { Actor } from "@/lib/auth/actor";
import { alertReach, readAlertReach } from "@/lib/auth/alert-reach";
import { isAllowed } from "@/lib/auth/authorize";
import type { ReaderRow } from "@/lib/db/notifications/reader-rows";
import type { Readable } from "@/lib/db/place-of";

/** Somebody as an actor: what they may look at now decides what they are told. */
const actorOf = ({ userId, name, email, role, sites }: ReaderRow): Actor => ({
  ...{ userId, name, email, role, sites },
  scopes: null,
  sessionId: "notifications",
  address: null,
});

/** Do alerts of this site (0 or less: of none, see vendorSite) exist for them? Asks the database only where a vendor is meant. */
export async function maySeeAlerts(reader: ReaderRow, siteId: number, db: Readable): Promise<boolean> {
  const actor = actorOf(reader);
  if (!isAllowed(actor, "alert:read")) return false;
  const reach = siteId < 0 ? await readAlertReach(actor, db) : alertReach(actor);
  return reach === null || reach.includes(siteId);
}

/** Those for whom alerts of this site exist. */
export async function readersOf(readers: readonly ReaderRow[], siteId: number, db: Readable): Promise<ReaderRow[]> {
  const found: ReaderRow[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const reader of readers) if (await maySeeAlerts(reader, siteId, db)) found.push(reader);
  return found;
}
