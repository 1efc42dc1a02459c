import "server-only";
import { VENDORS, type VendorId } from "@/lib/core/observation";
import type { Readable } from "../place-of";

/** Vendors that feed a floor of these sites. */
export async function vendorsOfSites(sites: readonly number[], db: Readable): Promise<VendorId[]> {
  if (sites.length === 0) return [];
  const { rows } = await db.read.query<{ vendor: VendorId }>({
    name: "vendors-of-sites",
    text: `SELECT v.vendor FROM unnest($2::text[]) AS v(vendor) WHERE EXISTS (
      SELECT 1 FROM space b JOIN space f ON f.parent_id = b.id JOIN floor_member m ON m.floor_id = f.id AND NOT m.removed
      JOIN assignment a ON a.space_id = m.space_id AND a.ends_at IS NULL JOIN source o ON o.id = a.source_id
      WHERE b.parent_id = ANY($1::int[]) AND o.vendor = v.vendor)`,
    values: [sites, VENDORS],
  });
  return rows.map(({ vendor }) => vendor);
}

/** Floors that a vendor feeds. */
export async function floorsOfVendor(vendor: VendorId, db: Readable): Promise<number[]> {
  const { rows } = await db.read.query<{ floor_id: number }>({
    name: "floors-of-vendor",
    text: `SELECT DISTINCT m.floor_id FROM source o JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
      JOIN floor_member m ON m.space_id = a.space_id AND NOT m.removed WHERE o.vendor = $1`,
    values: [vendor],
  });
  return rows.map(({ floor_id }) => floor_id);
}
