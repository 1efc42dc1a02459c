import { test as base, card, expect, expectNoReload } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";

const test = base.extend<{ devices: Devices }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
});

test("motion is in use without a number, until its device is offline", async ({ page, place, devices }) => {
  await devices.mapInstead("Focus", "window");
  await place.open(page);
  await expect(card(page, "Focus")).toHaveAccessibleName(/^Focus, waiting/);
  await devices.post("window", "motion", { state: "MOTION_DETECTED" });
  await expect(card(page, "Focus")).toHaveAccessibleName(/^Focus, in use, since \d\d:\d\d$/);
  await devices.post("window", "batteryStatus", { percentage: 8 });
  await expect(card(page, "Focus")).toHaveAccessibleName(/major trouble: Battery at 8 %$/);
  await devices.post("window", "connectionStatus", { connection: "OFFLINE", available: [] });
  await expect(card(page, "Focus")).toHaveAccessibleName(/^Focus, offline, since \d\d:\d\d, last: in use/);
  await expect(page.getByRole("button", { name: "Offline 1" })).toBeVisible();
  await card(page, "Focus").click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("region", { name: "Sources" })).toContainText("DT motion sensor · window");
  await expect(panel.getByRole("region", { name: "Sources" })).toContainText(/Offline since \d\d:\d\d/);
  await expect(panel.getByRole("region", { name: "Troubles" })).toContainText("Battery at 8 %");
  await panel.getByRole("button", { name: /^Why “Offline”\?/ }).click();
  await expect(panel).toContainText("The only sensor that could tell is offline.");
  await expectNoReload(page);
});

test("a desk that is not sure says so", async ({ page, place, devices }) => {
  await devices.mapInstead("Seat", "desk");
  await place.open(page);
  await devices.post("desk", "deskOccupancy", { state: "OCCUPIED", remarks: ["INCOMPLETE_DATA"] });
  await expect(card(page, "Seat")).toHaveAccessibleName(/^Seat, in use, .*not sure: the sensor has incomplete data$/);
  await devices.post("desk", "deskOccupancy", { state: "NOT_OCCUPIED", remarks: [] });
  await expect(card(page, "Seat")).toHaveAccessibleName(/^Seat, free, since \d\d:\d\d$/);
});

test("the air stands on the card of a room nobody counts in, and its day can be looked at", async ({
  page,
  place,
  devices,
}) => {
  await devices.mapInstead("Rack", "air");
  await devices.post("air", "co2", { ppm: 820 });
  await place.open(page);
  await expect(card(page, "Rack")).toHaveAccessibleName(/^Rack, not monitored, no people sensor, CO₂ 820\sppm good$/);
  await devices.post("air", "co2", { ppm: 1310 });
  await expect(card(page, "Rack")).toHaveAccessibleName(/CO₂ 1310\sppm act$/);
  await card(page, "Rack").click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("region", { name: "Air" })).toContainText("1310 ppm");
  await expect(panel.getByRole("slider", { name: /CO₂ between 820\sppm and 1310\sppm/ })).toBeVisible();
});
