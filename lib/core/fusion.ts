import { z } from "zod";
import type { Metric } from "./metric";

/** What can say whether somebody is here. */
export const SPEAKERS = ["count", "desk", "motion"] as const;
export const Speaker = z.enum(SPEAKERS);
export type Speaker = z.infer<typeof Speaker>;

/** Who speaks for a space, best first: all of them, each once. */
export const SpeakerOrder = z
  .array(Speaker)
  .length(SPEAKERS.length)
  .refine((order) => new Set(order).size === order.length, "must name each once");

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 12:30");

/** When people of a type's spaces have lunch, on the site's clock. */
export const Lunch = z
  .strictObject({ from: Clock, until: Clock })
  .refine(({ from, until }) => from < until, { message: "must end after it starts", path: ["until"] });
export type Lunch = z.infer<typeof Lunch>;

const METRICS_OF: Record<Speaker, readonly Metric[]> = {
  count: ["occupancy", "occupancySmoothed"],
  desk: ["deskOccupied"],
  motion: ["motion"],
};

/** A count says more than a desk sensor, that more than motion. */
const USUAL: readonly Metric[] = SPEAKERS.flatMap((speaker) => METRICS_OF[speaker]);
const known = new Map<string, readonly Metric[]>();

/** The metrics that speak for a space, best first; null is the usual order. */
export function speakingMetrics(order: readonly Speaker[] | null): readonly Metric[] {
  if (order === null) return USUAL;
  const key = order.join();
  const metrics = known.get(key) ?? order.flatMap((speaker) => METRICS_OF[speaker]);
  known.set(key, metrics);
  return metrics;
}
