import { z } from "zod";
import { SpaceTrouble } from "./floor";
import { METRICS, type Metric } from "./metric";
import { VENDORS } from "./observation";

const MetricName = z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]);

/** `GET /api/sources`: `cursor` is the last answer's `next`. */
export const SourceQuery = z.object({
  /** "false": only what waits for an admin to say where it stands. */
  assigned: z.enum(["true", "false"]).optional(),
  vendor: z.enum(VENDORS).optional(),
  kind: z.string().max(64).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SourceQuery = z.infer<typeof SourceQuery>;

/** What a vendor talks about, with everything it last said. Times are ISO 8601, UTC. */
export const Source = z.object({
  id: z.string(),
  vendor: z.enum(VENDORS),
  /** The vendor's own word: room, zone, sensor, device, workspace, location … */
  kind: z.string(),
  externalId: z.string(),
  name: z.string().nullable(),
  /** The space it is mapped to. */
  space: z.object({ id: z.string(), name: z.string() }).nullable(),
  firstSeenAt: z.iso.datetime(),
  /** Of its newest reading. */
  lastReadingAt: z.iso.datetime().nullable(),
  values: z.partialRecord(MetricName, z.object({ value: z.number(), observedAt: z.iso.datetime() })),
  /** Words about it, each the latest: model, type, `label:…`, signage … */
  facts: z.record(z.string(), z.unknown()),
  troubles: z.array(SpaceTrouble),
});
export type Source = z.infer<typeof Source>;

const DAY_MS = 86_400_000;
const MOST_DAYS = 92;
const COUNTED = Object.entries(METRICS)
  .filter(([, { says }]) => says === "flow" || says === "total")
  .map(([name]) => name) as [Metric, ...Metric[]];

/** `GET /api/sources/{id}/totals`: how many per hour or day of the site's clock. */
export const TotalsQuery = z
  .object({
    metric: z.enum(COUNTED),
    from: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    to: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    bucket: z.enum(["hour", "day"]).default("hour"),
  })
  .refine(({ from, to }) => from < to, { message: "must be after from", path: ["to"] })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS, {
    message: `may be at most ${MOST_DAYS} days after from`,
    path: ["to"],
  });
export type TotalsQuery = z.infer<typeof TotalsQuery>;

/** One bucket; `total` is null where nothing at all was reported: no data is not nobody. */
export const SourceTotals = z.object({
  sourceId: z.string(),
  metric: z.string(),
  timeZone: z.string(),
  buckets: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), total: z.number().nullable() })),
});
export type SourceTotals = z.infer<typeof SourceTotals>;

/** `POST /api/sources/{id}/assign`: where it stands from now on; null takes it out. */
export const SourceAssignment = z.strictObject({ spaceId: z.string().nullable() });
export type SourceAssignment = z.infer<typeof SourceAssignment>;
