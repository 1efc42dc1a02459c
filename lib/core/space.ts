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

/** In which kinds each kind may stand; a site stands in nothing. */
export const PARENT_KINDS: Record<SpaceKind, readonly SpaceKind[]> = {
  site: [],
  building: ["site"],
  floor: ["building"],
  room: ["floor"],
  zone: ["floor", "room"],
  desk: ["floor", "room", "zone"],
};

/** Which kinds may stand in this one, largest first. */
export const childKinds = (kind: SpaceKind): SpaceKind[] =>
  SpaceKind.options.filter((child) => PARENT_KINDS[child].includes(kind));

/** A decimal id as it travels. */
export const SpaceId = z.string().regex(/^[1-9]\d{0,8}$/, "must be an id");

/** One line that people typed: no control characters, nothing around it. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, "must be one line of text");
