import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { MINUTE_MS, minutesOf } from "./minutes";
import { createOccupancyModel } from "./occupancy-model";
import { createWorld } from "./world";
import { zoomFeed } from "./zoom-feed";

const HOUR_MS = 60 * MINUTE_MS;
const DAY = Date.parse("2026-11-17T00:00:00+01:00");
const wholeDay = { from: DAY, to: DAY + 24 * HOUR_MS };
const world = createWorld(demoBuilding, createOccupancyModel({ description: demoBuilding, seed: "test" }));

// biome-ignore lint/suspicious/noExplicitAny: whatever Zoom sends
type Body = any;
const feed = zoomFeed(world, DAY);
const bodies: Body[] = [...feed.history(wholeDay)].map(({ body }) => JSON.parse(body));
const of = (event: string) => bodies.filter((body) => body.event === event).map(({ payload }) => payload.object);

describe("a day of Zoom", () => {
  it("checks every meeting out under the booking it checked in", () => {
    const checkedIn = of("zoomroom.checked_in").map(({ event_id }) => event_id);
    const checkedOut = of("zoomroom.checked_out").map(({ event_id }) => event_id);
    expect(checkedIn.length).toBeGreaterThan(5);
    expect(new Set(checkedIn).size).toBe(checkedIn.length);
    for (const booking of checkedOut) expect(checkedIn).toContain(booking);
  });

  it("clears what it triggers, but for a battery that stays low overnight", () => {
    const key = ({ id, alert_type, component }: Body) => `${id}/${alert_type}/${component}`;
    const kinds = Map.groupBy([...of("zoomroom.alert")], key);
    for (const told of kinds.values()) {
      const open = told.filter(({ alert_kind }) => alert_kind === 1).length;
      const cleared = told.filter(({ alert_kind }) => alert_kind === 2).length;
      expect(cleared).toBe(open);
    }
    expect(of("zoomroom.alert").at(-1)).toMatchObject({ issue: "Controller battery is low", alert_kind: 1 });
  });

  it("tells a delayed alert of the moment it happened", () => {
    const [delayed] = of("zoomroom.delayed_alert");
    const first = of("zoomroom.alert").find(({ alert_time }) => alert_time === delayed.alert_time);
    expect([first?.id, first?.alert_type, first?.component]).toEqual([
      delayed.id,
      delayed.alert_type,
      delayed.component,
    ]);
  });

  it("keeps reservations in order: made, changed or cancelled, come to, left", () => {
    const steps = Map.groupBy(
      bodies.filter(({ event }) => event.startsWith("workspace.reservation_") && !event.includes("questionnaire")),
      ({ payload }) => payload.object.id,
    );
    expect(steps.size).toBeGreaterThan(5);
    for (const [{ event }] of steps.values() as Iterable<[Body]>) expect(event).toBe("workspace.reservation_created");
    const orders = new Set(
      [...steps.values()].map((told) => told.map(({ event }) => event.split("_").slice(1).join("_")).join()),
    );
    expect(orders).toContain("created,deleted");
    expect(orders).toContain("created,checked_in,checked_out");
    for (const order of orders) expect(order).not.toMatch(/deleted,|checked_out,/);
  });

  it("has everybody leave who came", () => {
    const arrived = of("visitor_management.checked_in").map(({ visitor_email }) => visitor_email);
    expect(
      of("visitor_management.checked_out")
        .map(({ visitor_email }) => visitor_email)
        .toSorted(),
    ).toEqual(arrived.toSorted());
  });

  it("counts per appliance, nearly right, in steps a line can be drawn through", () => {
    const readings = of("zoomroom.sensor_data");
    const appliances = Map.groupBy(readings, ({ id, device_id }) => `${id}/${device_id}`);
    expect(appliances.size).toBe(7);
    for (const told of appliances.values()) expect(told).toHaveLength(24 * 10);
    for (const { room_name, sensor_data } of readings) {
      const [{ date_time, sensor_value }] = sensor_data;
      const space = demoBuilding.spaces.find(({ name }) => name === room_name)?.id ?? "";
      expect(Math.abs(Number(sensor_value) - world.countAt(space, Date.parse(date_time)))).toBeLessThanOrEqual(1);
    }
  });

  it("has the same past every time", () => {
    const from = DAY + 9 * HOUR_MS;
    const span = { from, to: from + HOUR_MS };
    expect([...zoomFeed(world, DAY).history(span)]).toEqual([...feed.history(span)]);
  });
});

it("asks whether the address is ours when it is saved and every 72 hours", () => {
  const four = minutesOf({ from: DAY - HOUR_MS, to: DAY + 73 * HOUR_MS });
  const quiet = zoomFeed(
    createWorld(demoBuilding, () => 0),
    DAY,
  );
  const asked = [...four].filter((minute) =>
    quiet.planMinute(minute).some(({ body }) => body.includes("url_validation")),
  );
  expect(asked).toEqual([DAY, DAY + 72 * HOUR_MS]);
});
