import type { Actor } from "@/lib/auth/actor";
import { alertReach } from "@/lib/auth/alert-reach";
import { isAllowed } from "@/lib/auth/authorize";
import type { ReaderRow } from "@/lib/db/notifications/reader-rows";

/** Somebody as an actor: what they may look at now decides what they are told. */
export const actorOf = ({ userId, name, email, role, sites }: ReaderRow): Actor => ({
  ...{ userId, name, email, role, sites },
  scopes: null,
  sessionId: "notifications",
  address: null,
});

/** Do alerts of this site (0: of none) exist for them? */
export function maySeeAlerts(reader: ReaderRow, siteId: number): boolean {
  const actor = actorOf(reader);
  const reach = alertReach(actor);
  return isAllowed(actor, "alert:read") && (reach === null || reach.includes(siteId));
}
