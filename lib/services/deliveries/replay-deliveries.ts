import "server-only";
import { MOST_REPLAYED, type ReplayRequest, type ReplayResult } from "@/lib/core/delivery";
import { AppError } from "@/lib/core/errors";
import { type AuditEntry, writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { deliveriesToReplay, type StoredDelivery } from "@/lib/db/delivery-repository";
import type { PendingDelivery } from "@/lib/ingest/apply-deliveries";
import type { Written } from "@/lib/ingest/outcome";
import { pendingDelivery } from "@/lib/ingest/receive-delivery";
import type { VendorAdapter } from "@/lib/vendors/adapter";
import { parseStored } from "./parse-stored";

export interface ReplayDeps {
  readonly findAdapter: (vendor: string) => VendorAdapter | undefined;
  /** Commits a batch; one ending each, in order. */
  readonly apply: (batch: readonly PendingDelivery[]) => Promise<Written[]>;
}

/** Small enough that no vendor waits long for a row that a replay holds. */
const BATCH = 100;

const WORDS = {
  stored: "stored",
  duplicate: "unchanged",
  unhandled: "unhandled",
  quarantined: "quarantined",
} as const satisfies Record<Written["kind"], keyof ReplayResult>;

/**
 * Reads deliveries of the log with today's adapters and stores what they say, as if they had come at the moment they
 * did: doing it twice changes nothing, and what is known better stays. Throws `not-found` when none is there.
 */
export async function replayDeliveries(
  request: ReplayRequest,
  actor: AuditEntry["actor"],
  deps: ReplayDeps,
  db: Database = database(),
): Promise<ReplayResult> {
  const found = await deliveriesToReplay(request, MOST_REPLAYED + 1, db);
  if (found.length === 0) throw new AppError("not-found", "There is no such delivery. They are kept for 30 days.");
  const chosen = found.slice(0, MOST_REPLAYED);
  const pending = chosen.flatMap((delivery) => toReplay(delivery, deps));
  // Before the first one is touched: a replay that fails half way was one, too.
  await writeAudit(db.read, {
    actor,
    action: "delivery.replay",
    objectType: "delivery",
    objectId: chosen.length === 1 ? (chosen[0]?.id ?? "") : `${chosen.length} deliveries`,
    after: { request, ids: chosen.map(({ id }) => id) },
  });
  const result: ReplayResult = {
    replayed: pending.length,
    stored: 0,
    unchanged: 0,
    unhandled: 0,
    quarantined: 0,
    skipped: chosen.length - pending.length,
    more: found.length > chosen.length,
  };
  for (let i = 0; i < pending.length; i += BATCH) {
    for (const ending of await deps.apply(pending.slice(i, i + BATCH))) result[WORDS[ending.kind]]++;
  }
  return result;
}

/** Nothing when it is no event of its vendor any more: then its row stays as it is. */
function toReplay(delivery: StoredDelivery, { findAdapter }: ReplayDeps): PendingDelivery[] {
  const parsed = parseStored(delivery, findAdapter);
  if (parsed === null || parsed.kind === "foreign" || parsed.kind === "other-tenant") return [];
  const { vendor, receivedAtUs, key, body, eventDay } = delivery;
  return [pendingDelivery(vendor, parsed, receivedAtUs, { key, body, eventDay, isReplay: true })];
}
