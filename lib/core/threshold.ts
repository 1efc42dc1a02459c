import { z } from "zod";
import { BandLimits, COMFORT_METRICS, LIMIT_RANGE } from "./air-limits";

const ComfortMetricName = z.enum(COMFORT_METRICS);

/** Limits of the air as somebody set them. */
export const Threshold = z.object({
  /** Null: everywhere. */
  spaceId: z.string().nullable(),
  metric: ComfortMetricName,
  /** Where the five bands meet: ppm, °C or %RH. */
  limits: BandLimits,
});
export type Threshold = z.infer<typeof Threshold>;

/** `GET /api/thresholds`: what was set, everywhere and within the caller's sites. */
export const ThresholdList = z.object({ items: z.array(Threshold) });

/** `PUT /api/thresholds` and `PUT /api/spaces/{id}/thresholds`: null goes back to what is inherited. */
export const ThresholdChange = z
  .strictObject({ metric: ComfortMetricName, limits: BandLimits.nullable() })
  .refine(({ metric, limits }) => limits === null || limits.every((limit) => isPossible(metric, limit)), {
    path: ["limits"],
    message: "must be possible values",
  });
export type ThresholdChange = z.infer<typeof ThresholdChange>;

/** Limits as the configuration file keeps them; ids hold within the file. */
export const ConfiguredThreshold = z
  .strictObject({ spaceId: z.string().nullable(), metric: ComfortMetricName, limits: BandLimits })
  .refine(({ metric, limits }) => limits.every((limit) => isPossible(metric, limit)), {
    path: ["limits"],
    message: "must be possible values",
  });
export type ConfiguredThreshold = z.infer<typeof ConfiguredThreshold>;

const isPossible = (metric: keyof typeof LIMIT_RANGE, limit: number) =>
  limit >= LIMIT_RANGE[metric].least && limit <= LIMIT_RANGE[metric].most;
