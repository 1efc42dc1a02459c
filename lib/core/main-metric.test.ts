import { expect, test } from "vitest";
import { mainMetric } from "./main-metric";
import type { Metric } from "./metric";

test.each<[readonly Metric[], Metric | null]>([
  [[], null],
  [["battery", "signal", "online", "motion"], "motion"],
  [["temperature", "humidity", "co2"], "co2"],
  [["humidity", "temperature"], "temperature"],
  [["occupancySmoothed", "occupancy"], "occupancy"],
  [["touch", "signal", "online"], "touch"],
  [["online"], "online"],
])("of %o the main one is %s", (measures, main) => {
  expect(mainMetric(measures)).toBe(main);
});
