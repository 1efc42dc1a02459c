import { z } from "zod";
import { METRICS, type Metric } from "./metric";

/** One tree: site → building → floor → room → zone or desk. */
export const SpaceKind = z.enum(["site", "building", "floor", "room", "zone", "desk"]);
export type SpaceKind = z.infer<typeof SpaceKind>;

/** A whole number of milliseconds for the limits below. */
const MINUTE_MS = 60_000;

/** Without a reading for this long a space is stale: three missed reports, and never less than ten minutes. */
export function staleAfterMs(expectedIntervalMs: number | null): number | null {
  return expectedIntervalMs === null ? null : Math.max(10 * MINUTE_MS, 3 * expectedIntervalMs);
}

/** A value of the air older than this is not "now" any more, ms: the slowest sensors report every hour. */
export const AIR_FRESH_MS = 180 * MINUTE_MS;

/**
 * How long a value may stand for "now", ms; null for as long as nothing else is said. Motion, desks and doors speak of
 * changes: their silence means nothing, their vendor's "offline" does.
 */
export function holdsForMs(metric: Metric, expectedIntervalMs: number | null): number | null {
  const { says } = METRICS[metric];
  if (says === "count") return staleAfterMs(expectedIntervalMs);
  if (says === "environment") return AIR_FRESH_MS;
  return null;
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
