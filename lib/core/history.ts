import { z } from "zod";
import { METRICS, type Metric } from "./metric";

/**
 * `GET /api/spaces/{id}/history?metric=&from=&to=`: a step line as its change points, oldest first.
 * A point holds until the next one; `value: null` says that from here on nothing is known (a gap, never zero).
 */
export const HistoryPoint = z.object({
  at: z.iso.datetime(),
  value: z.number().nullable(),
  /** What was first reported for this moment; present only where it was corrected later. */
  firstValue: z.number().optional(),
  correctedAt: z.iso.datetime().optional(),
});
export type HistoryPoint = z.infer<typeof HistoryPoint>;

export const SpaceHistory = z.object({
  spaceId: z.string(),
  metric: z.string(),
  unit: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  points: z.array(HistoryPoint),
});
export type SpaceHistory = z.infer<typeof SpaceHistory>;

const DAY_MS = 86_400_000;
const MOST_DAYS = 31;

/** The query of a history: moments as ISO 8601 with offset, at most 31 days apart. */
export const HistoryQuery = z
  .object({
    metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]).default("occupancy"),
    from: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    to: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    bucket: z.literal("none").default("none"),
  })
  .refine(({ from, to }) => from < to, { message: "must be after from", path: ["to"] })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS, {
    message: "may be at most 31 days after from",
    path: ["to"],
  });
export type HistoryQuery = z.infer<typeof HistoryQuery>;
