import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { createOccupancyModel } from "./occupancy-model";

const MINUTE_MS = 60_000;
const TUESDAY = Date.parse("2026-11-17T00:00:00+01:00");
const SATURDAY = Date.parse("2026-11-21T00:00:00+01:00");
const at = (day: number, hour: number, minute = 0) => day + (hour * 60 + minute) * MINUTE_MS;
const model = createOccupancyModel({ description: demoBuilding, seed: "test" });

const people = (day: number, hour: number, ids = demoBuilding.spaces.map((space) => space.id)) =>
  ids.reduce((sum, id) => sum + (model(id, at(day, hour)) ?? 0), 0);
const desks = demoBuilding.spaces.filter((space) => space.kind === "desk").map((space) => space.id);

function* minutesOf(day: number) {
  for (let minute = 0; minute < 24 * 60; minute++) yield day + minute * MINUTE_MS;
}

describe("a simulated day", () => {
  it("is the same for the same seed and another one for another seed", () => {
    const again = createOccupancyModel({ description: demoBuilding, seed: "test" });
    const other = createOccupancyModel({ description: demoBuilding, seed: "other" });
    const day = (count: typeof model) => [...minutesOf(TUESDAY)].map((moment) => count("birch", moment));
    expect(day(again)).toEqual(day(model));
    expect(day(other)).not.toEqual(day(model));
  });

  it("is empty at night, full in the morning and nearly empty on Saturday", () => {
    expect(people(TUESDAY, 3)).toBe(0);
    expect(people(TUESDAY, 10)).toBeGreaterThan(100);
    expect(people(SATURDAY, 10)).toBeLessThan(people(TUESDAY, 10) / 5);
  });

  it("goes to lunch: desks empty while the café fills", () => {
    expect(people(TUESDAY, 12.25, desks)).toBeLessThan(people(TUESDAY, 10.5, desks));
    expect(people(TUESDAY, 12.25, ["cafe"])).toBeGreaterThan(people(TUESDAY, 10.5, ["cafe"]));
  });

  it("never holds more than a space takes, but for the boardroom in its busy hours", () => {
    for (const { id, capacity } of demoBuilding.spaces) {
      const most = Math.max(...[...minutesOf(TUESDAY)].map((moment) => model(id, moment) ?? 0));
      expect(most, id).toBeLessThanOrEqual(id === "oak" ? 18 : capacity);
    }
    expect(model("oak", at(TUESDAY, 10, 30))).toBe(18);
    expect(model("oak", at(TUESDAY, 14, 30))).toBe(18);
  });

  it("counts in a desk area at least the people at its desks", () => {
    for (const area of demoBuilding.spaces.filter((space) => space.type === "desks")) {
      const seated = people(
        TUESDAY,
        11,
        demoBuilding.spaces.filter((space) => space.parentId === area.id).map((space) => space.id),
      );
      expect(model(area.id, at(TUESDAY, 11)) ?? 0).toBeGreaterThanOrEqual(seated);
    }
  });

  it("keeps office hours of the site on the days the clocks change", () => {
    const sunday = Date.parse("2026-10-25T00:00:00+02:00");
    expect(people(sunday, 3)).toBe(0);
    const monday = Date.parse("2026-10-26T00:00:00+01:00");
    expect(model("oak", at(monday, 10, 30))).toBe(18);
    expect(model("oak", Date.parse("2026-10-23T10:30:00+02:00"))).toBe(18);
  });

  it("knows nothing of a space it does not have", () => {
    expect(model("attic", TUESDAY)).toBeNull();
  });
});

describe("an open house", () => {
  const openedAt = at(SATURDAY, 13);
  const openHouse = { from: openedAt - 30 * MINUTE_MS, to: openedAt + 210 * MINUTE_MS };
  const lively = createOccupancyModel({ description: demoBuilding, seed: "test", openHouse });
  const total = (moment: number) => demoBuilding.spaces.reduce((sum, { id }) => sum + (lively(id, moment) ?? 0), 0);

  it("fills the boardroom beyond its seats and brings life on a Saturday", () => {
    expect(lively("oak", openedAt)).toBe(18);
    expect(total(openedAt)).toBeGreaterThan(60);
  });

  it("leaves the time before and after it alone", () => {
    for (const moment of [openHouse.from - MINUTE_MS, openHouse.to]) {
      for (const { id } of demoBuilding.spaces) expect(lively(id, moment), id).toBe(model(id, moment));
    }
  });

  it("adds nobody but the boardroom's guests in office hours", () => {
    const opened = at(TUESDAY, 12);
    const busy = createOccupancyModel({
      description: demoBuilding,
      seed: "test",
      openHouse: { from: opened - 30 * MINUTE_MS, to: opened + 210 * MINUTE_MS },
    });
    expect(busy("oak", opened)).toBe(18);
    for (const { id } of demoBuilding.spaces) if (id !== "oak") expect(busy(id, opened), id).toBe(model(id, opened));
  });
});
