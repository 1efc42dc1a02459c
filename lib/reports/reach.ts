import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import type { StopReason } from "@/lib/core/reports/report";
import type { ReaderRow } from "@/lib/db/notifications/reader-rows";
import type { ReportRecord } from "@/lib/db/reports/report-repository";

/** The owner of a report as an actor: what they may look at now is what it says. */
export const ownerActor = ({ userId, name, email, role, sites }: ReaderRow): Actor => ({
  ...{ userId, name, email, role, sites },
  scopes: null,
  sessionId: "reports",
  address: null,
});

/** Why a report may not be sent any more; null when it may. */
export function whyStopped({ place }: Pick<ReportRecord, "place">, owner: ReaderRow | null): StopReason | null {
  if (owner === null) return "account";
  const actor = ownerActor(owner);
  if (!isAllowed(actor, "report:write")) return "role";
  return place !== null && isAllowed(actor, "space:read", { siteId: place.siteId }) ? null : "place";
}
