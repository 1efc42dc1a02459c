import type { Locator, Page } from "@playwright/test";
import { test as base, expect } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";
import { publishPlan, shapeOn } from "./fixtures/plan";

const test = base.extend<{ devices: Devices }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
});
const MOST_TABS = 120;

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never leads to ${target}`);
}

test("a room in trouble is found, understood and dealt with by keyboard, and all of it can be heard", async ({
  page,
  place,
  devices,
}) => {
  test.setTimeout(120_000);
  await place.post({ room: "Fjord", people: 3 });
  await devices.mapInstead("Attic", "attic");
  await devices.post("attic", "motion", { state: "MOTION_DETECTED", updateTime: new Date().toISOString() });
  await devices.post("attic", "batteryStatus", { percentage: 8, updateTime: new Date().toISOString() });
  await devices.post("attic", "connectionStatus", { connection: "OFFLINE", available: [] });
  await publishPlan(place, [
    { name: "Fjord", x: 0.1, y: 0.1 },
    { name: "Attic", x: 0.5, y: 0.1 },
  ]);
  await place.open(page);
  const attic = shapeOn(page, "Attic");
  await expect(attic).toHaveAccessibleName(/^Attic, offline, since \d\d:\d\d, last: in use/);

  await test.step("the plan is one stop of Tab, its rooms are reached by arrows", async () => {
    await tabTo(page, shapeOn(page, "Fjord"));
    await page.keyboard.press("ArrowRight");
    await expect(attic).toBeFocused();
    await page.keyboard.press("Enter");
  });

  const panel = page.getByRole("complementary").getByRole("region", { name: "Attic" });
  await test.step("what it is and why is said in the panel's headings and regions", async () => {
    await expect(panel).toMatchAriaSnapshot(`
      - region "Attic":
        - heading "Attic"
        - region /Why/:
          - button /Why/
        - region "Troubles":
          - heading "Troubles"
          - link "Alerts"
    `);
    await tabTo(page, panel.getByRole("button", { name: /^Why/ }));
    await page.keyboard.press("Enter");
    await expect(panel.getByText("The only sensor that could tell is offline.")).toBeVisible();
  });

  await test.step("its alert is taken on without a pointer", async () => {
    await tabTo(page, panel.getByRole("link", { name: "Alerts" }));
    await page.keyboard.press("Enter");
    const list = page.getByRole("treegrid", { name: "Alerts" });
    const row = list.getByRole("row", { name: /^Sensor offline: Attic/ });
    await expect(row).toBeVisible({ timeout: 20_000 });
    await tabTo(page, list);
    await page.keyboard.press("Home");
    const alert = page.getByRole("region", { name: "Sensor offline: Attic" });
    await tabTo(page, alert.getByRole("button", { name: "Acknowledge" }));
    await page.keyboard.press("Enter");
    await expect(row).toContainText("Acknowledged");
    await expect(row).toHaveAccessibleName(/Acknowledged/i);
    await tabTo(page, alert.getByRole("link", { name: "Plan" }));
    await page.keyboard.press("Enter");
  });

  await test.step("back on the floor the room is open, and Esc gives the keyboard back to it", async () => {
    await expect(page).toHaveURL(/\/floors\/\d+\?.*space=\d+/);
    await expect(page.getByRole("heading", { name: "Attic" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "Attic" })).toBeHidden();
  });
});
