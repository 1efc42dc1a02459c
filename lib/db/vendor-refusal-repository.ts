import "server-only";
import type { RefusalReason, VendorRefusal } from "@/lib/core/vendor";
import type { Database } from "./database";

/** Refusals of one vendor for one reason since they were last written. */
export interface RefusalCount {
  readonly vendor: string;
  readonly reason: RefusalReason;
  /** The newest. */
  readonly at: Date;
  readonly skewS: number | null;
  readonly count: number;
}

/** Adds to what is known; the newest moment stays, whichever instance comes last. */
export async function addRefusals(db: Database, counts: readonly RefusalCount[]): Promise<void> {
  // In one order everywhere, or two instances could wait for each other.
  const rows = counts.toSorted((a, b) => `${a.vendor} ${a.reason}`.localeCompare(`${b.vendor} ${b.reason}`));
  await db.read.query(
    `INSERT INTO vendor_refusal AS r (vendor, reason, at, skew_s, count)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[], $5::int[])
     ON CONFLICT (vendor, reason) DO UPDATE SET
       at = greatest(r.at, EXCLUDED.at),
       skew_s = CASE WHEN EXCLUDED.at >= r.at THEN EXCLUDED.skew_s ELSE r.skew_s END,
       count = least(r.count::bigint + EXCLUDED.count, 2147483647)`,
    [
      rows.map((row) => row.vendor),
      rows.map((row) => row.reason),
      rows.map((row) => row.at),
      rows.map((row) => row.skewS),
      rows.map((row) => row.count),
    ],
  );
}

/** Newest first. */
export async function listRefusals(db: Database): Promise<(VendorRefusal & { vendor: string })[]> {
  const { rows } = await db.read.query<RefusalCount>(
    `SELECT vendor, reason, at, skew_s AS "skewS", count FROM vendor_refusal ORDER BY at DESC`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
