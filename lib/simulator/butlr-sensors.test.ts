import { expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import type { ButlrMessage } from "./butlr-events";
import { butlrSensors } from "./butlr-sensors";
import { MINUTE_MS } from "./minutes";
import { createWorld, type Outages } from "./world";

const NINE = Date.parse("2026-11-17T09:00:00+01:00");

/** Two people are in Hazel, the café and the lounge for five minutes. */
const visit = (id: string, at: number) =>
  ["hazel", "cafe", "lounge"].includes(id) && at >= NINE && at < NINE + 5 * MINUTE_MS ? 2 : 0;
const told = (type: string, isOut?: Outages) => {
  const feed = butlrSensors(createWorld(demoBuilding, visit, isOut));
  return Array.from({ length: 10 }, (_, n) => feed.planMinute(NINE + (n - 2) * MINUTE_MS))
    .flat()
    .map(({ body }) => JSON.parse(body) as ButlrMessage)
    .filter((event) => event.type === type);
};

it("tells motion on change only, without data", () => {
  const [motion, ...more] = told("PIR_MOTION");
  expect(more).toEqual([]);
  expect(motion).not.toHaveProperty("data");
  expect(motion?.metadata.room_name).toBe("Hazel");
  expect(told("PIR_NO_MOTION")).toHaveLength(1);
});

it("lets out through the door who came in", () => {
  const flows = told("TRAFFIC").map(({ data }) => data as { in: number; out: number });
  const sum = (way: "in" | "out") => flows.reduce((total, flow) => total + flow[way], 0);
  expect(sum("in")).toBe(sum("out"));
  expect(sum("in")).toBeGreaterThanOrEqual(2);
});

it("sees everybody once a second, and the empty room once", () => {
  const positions = told("DETECTIONS").map(({ data }) => data as { local: number[][]; world: number[][] });
  expect(positions).toHaveLength(5 * 60 + 1);
  expect(positions.at(-1)).toEqual({ local: [], world: [] });
  for (const { local, world } of positions.slice(0, -1)) expect([local.length, world.length]).toEqual([2, 2]);
});

it("smooths over three minutes", () => {
  const cafe = told("ZONE_OCCUPANCY_1MIN").map(({ data }) => data);
  expect(cafe).toEqual([0, 0, 0.7, 1.3, 2, 2, 2, 1.3, 0.7, 0]);
});

it("is silent when it cannot be heard", () => {
  const isOut = () => true;
  for (const type of ["PIR_MOTION", "TRAFFIC", "DETECTIONS"]) expect(told(type, isOut)).toEqual([]);
});
