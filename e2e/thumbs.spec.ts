import { test as base, expect } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";
import { publishPlan } from "./fixtures/plan";
import { smallTargets } from "./fixtures/small-targets";

const test = base.extend<{ devices: Devices }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
});
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("on a phone everything that is tapped is at least 44 px", async ({ page, place, devices }) => {
  test.setTimeout(120_000);
  await place.post({ room: "Fjord", people: 3 });
  await devices.mapInstead("Attic", "attic");
  await devices.post("attic", "connectionStatus", { connection: "OFFLINE", available: [] });
  await publishPlan(place, [
    { name: "Fjord", x: 0.1, y: 0.1 },
    { name: "Attic", x: 0.5, y: 0.1 },
  ]);
  const floor = `/floors/${await place.floorId()}`;
  const pages = {
    floor,
    room: `/spaces/${await place.spaceId("Attic")}`,
    alerts: `/alerts?q=${encodeURIComponent(place.floorName)}`,
    devices: "/devices",
    account: "/account",
  };
  const small: Record<string, string[]> = {};
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address);
    await expect(page.locator("main").first()).toBeVisible();
    await expect(page.locator(".mantine-Skeleton-root, [aria-busy=true]")).toHaveCount(0);
    small[name] = await smallTargets(page);
  }
  await page.goto(pages.alerts);
  await page
    .getByRole("row", { name: /Sensor offline: Attic/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Acknowledge" }).first()).toBeVisible();
  small["an alert"] = await smallTargets(page);
  expect(Object.fromEntries(Object.entries(small).filter(([, ones]) => ones.length > 0))).toEqual({});
});
