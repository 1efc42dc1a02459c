import "server-only";
import type { VendorEvent } from "@/lib/core/vendor";
import type { Database } from "./database";

interface Row {
  event_type: string;
  outcome: VendorEvent["outcome"];
  received_at: Date;
  observed_at: Date | null;
  body: string;
  issues: string[];
}

/** A vendor's newest delivery with its redacted body. */
export interface LastEvent extends VendorEvent {
  readonly body: string;
  readonly issues: readonly string[];
}

/** Null when it never sent any, or not for as long as deliveries are kept. */
export async function readLastEvent(db: Database, vendor: string): Promise<LastEvent | null> {
  // Not a named statement: only with the vendor in view does the planner see whether its rows are the many or the few.
  const { rows } = await db.read.query<Row>(
    `SELECT event_type, outcome, received_at, observed_at, body, issues
     FROM delivery WHERE vendor = $1 ORDER BY id DESC LIMIT 1`,
    [vendor],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    eventType: row.event_type,
    outcome: row.outcome,
    receivedAt: row.received_at.toISOString(),
    observedAt: row.observed_at?.toISOString() ?? null,
    body: row.body,
    issues: row.issues,
  };
}
