import { z } from "zod";

/** What people feel: it has limits, a place on the cards and a line of the day. */
export const COMFORT_METRICS = ["co2", "temperature", "humidity"] as const;
export type ComfortMetric = (typeof COMFORT_METRICS)[number];

export const isComfortMetric = (metric: string): metric is ComfortMetric =>
  COMFORT_METRICS.some((comfort) => comfort === metric);

/** Where the five bands of a metric meet, ascending, in the unit that is shown. */
export const BandLimits = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([a, b, c, d]) => a < b && b < c && c < d, { message: "must rise from one limit to the next" });
export type BandLimits = z.infer<typeof BandLimits>;

/** Of some metrics; what is left out is inherited. */
export const OwnLimits = z.object({ co2: BandLimits, temperature: BandLimits, humidity: BandLimits }).partial();
export type OwnLimits = z.infer<typeof OwnLimits>;

/** Of every metric. */
export type AirLimits = Readonly<Record<ComfortMetric, BandLimits>>;

/** What counts where nobody said anything: ppm, °C and %RH. */
export const BUILT_IN_LIMITS: AirLimits = {
  co2: [600, 900, 1200, 1600],
  temperature: [18, 20, 26, 28],
  humidity: [25, 30, 60, 70],
};

/** Values that can be set at all. */
export const LIMIT_RANGE: Readonly<Record<ComfortMetric, { readonly least: number; readonly most: number }>> = {
  co2: { least: 300, most: 10_000 },
  temperature: { least: -40, most: 60 },
  humidity: { least: 0, most: 100 },
};

export type AirBandNumber = 1 | 2 | 3 | 4 | 5;

/**
 * The band of a value as it is shown. A limit of CO₂ belongs to the band above it; of temperature and humidity the
 * middle band has both its ends.
 */
export function bandNumber(metric: ComfortMetric, shown: number, limits: BandLimits): AirBandNumber {
  const isReached = (limit: number, i: number) => (metric !== "co2" && i >= 2 ? shown > limit : shown >= limit);
  return (limits.filter(isReached).length + 1) as AirBandNumber;
}

interface LimitedSpace {
  readonly id: string;
  readonly parentId: string | null;
  readonly limits?: OwnLimits | undefined;
}

/**
 * Answers which limits count in a space: its own, else those of what it stands in, else the floor's. Spaces without
 * own limits share one object, so that nothing is drawn again for nothing.
 */
export function limitsWithin(
  spaces: readonly LimitedSpace[],
  floor: OwnLimits | undefined,
): (spaceId: string) => AirLimits {
  const base = withOwn(BUILT_IN_LIMITS, floor);
  if (spaces.every(({ limits }) => limits === undefined)) return () => base;
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const known = new Map<string, AirLimits>();
  const limitsOf = (id: string): AirLimits => {
    const space = byId.get(id);
    if (!space) return base;
    const found = known.get(id);
    if (found) return found;
    known.set(id, base); // whoever stands in itself inherits from the floor
    const above = space.parentId === null ? base : limitsOf(space.parentId);
    const all = space.limits ? withOwn(above, space.limits) : above;
    known.set(id, all);
    return all;
  };
  return limitsOf;
}

function withOwn(above: AirLimits, own: OwnLimits | undefined): AirLimits {
  const { co2, temperature, humidity } = above;
  return {
    co2: own?.co2 ?? co2,
    temperature: own?.temperature ?? temperature,
    humidity: own?.humidity ?? humidity,
  };
}
