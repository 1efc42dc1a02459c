import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { anAlert } from "@/lib/testing/wire-alert";
import { prepareAlertChart } from "./prepare-alert-chart";

const at = (clock: string) => `2026-11-17T${clock}:00.000Z`;
const NOW = Date.parse(at("10:42"));
const chart = (...points: [string, number][]) => ({
  metric: "co2",
  unit: "ppm",
  threshold: 1200,
  clear: 1000,
  points: points.map(([clock, value]) => ({ at: at(clock), value })),
});

test("without a value there is nothing to draw", () => {
  expect(prepareAlertChart(chart(), anAlert(), NOW, english)).toBeNull();
});

test("it spans from the first value until now, with the thresholds inside", () => {
  const data = prepareAlertChart(chart(["09:50", 1300], ["09:30", 1100]), anAlert(), NOW, english);
  expect(data).toMatchObject({ from: Date.parse(at("09:30")), to: NOW, last: 1300, least: 1100, most: 1300 });
  expect(data?.yMin).toBeLessThan(1000);
  expect(data?.yMax).toBeGreaterThan(1300);
});

test("it ends when the alert was over", () => {
  const data = prepareAlertChart(chart(["09:30", 1100]), anAlert({ resolvedAt: at("10:00") }), NOW, english);
  expect(data?.to).toBe(Date.parse(at("10:00")));
});
