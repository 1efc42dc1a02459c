import "server-only";
import type { Database } from "./database";

/** A vendor's reporting habit is one setting: existing sources follow it, ms or null for "only on change". */
export async function syncExpectedIntervals(db: Database, vendor: string, intervalMs: number | null): Promise<void> {
  await db.read.query(
    "UPDATE source SET expected_interval_ms = $2 WHERE vendor = $1 AND expected_interval_ms IS DISTINCT FROM $2",
    [vendor, intervalMs],
  );
}
