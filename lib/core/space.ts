import { z } from "zod";

/** One tree: site → building → floor → room → zone or desk. */
export const SpaceKind = z.enum(["site", "building", "floor", "room", "zone", "desk"]);
export type SpaceKind = z.infer<typeof SpaceKind>;

/** A whole number of milliseconds for the limits below. */
const MINUTE_MS = 60_000;

/** Without a reading for this long a space is stale: three missed reports, and never less than ten minutes. */
export function staleAfterMs(expectedIntervalMs: number | null): number | null {
  return expectedIntervalMs === null ? null : Math.max(10 * MINUTE_MS, 3 * expectedIntervalMs);
}

/** `GET /api/spaces`: `cursor` is the last answer's `next`. */
export const SpaceQuery = z.object({
  kind: SpaceKind.optional(),
  parentId: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SpaceQuery = z.infer<typeof SpaceQuery>;

/** `PATCH /api/spaces/{id}`: only what is named changes. */
export const SpaceChange = z.strictObject({
  /** The admin's name; null goes back to the vendor's. */
  name: z.string().trim().min(1).max(200).nullable().optional(),
  /** People; null when unknown. */
  capacity: z.number().int().min(0).max(100_000).nullable().optional(),
});
export type SpaceChange = z.infer<typeof SpaceChange>;
