/**
 * What is measured, with its unit. The codes are stored (`reading.metric`) and never change meaning.
 * `occupancySmoothed` is Butlr's one-minute smoothed count: kept apart from the count it smooths.
 */
export const METRICS = {
  occupancy: { code: 1, unit: "people" },
  occupancySmoothed: { code: 2, unit: "people" },
} as const;

export type Metric = keyof typeof METRICS;

const NAMES = new Map(Object.entries(METRICS).map(([name, { code }]) => [code as number, name as Metric]));

/** The metric stored under a code; throws on one this version does not know. */
export function metricOf(code: number): Metric {
  const name = NAMES.get(code);
  if (!name) throw new Error(`No metric has the code ${code}`);
  return name;
}
