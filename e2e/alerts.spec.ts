import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { test as base, expect, type Place } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";
import { ZoomRooms } from "./fixtures/rooms";

const test = base.extend<{ devices: Devices; rooms: ZoomRooms }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
  rooms: async ({ place, request }, use) => use(new ZoomRooms(place, request)),
});
const OFFLINE = { connection: "OFFLINE", available: [] };
const ONLINE = { connection: "SDS", available: ["SDS"] };

const list = (page: Page) => page.getByRole("treegrid", { name: "Alerts" });
const row = (page: Page, room: string) => list(page).getByRole("row", { name: new RegExp(`Sensor offline: ${room}`) });

/** Only the alerts of this test's floor, live. */
async function open(page: Page, place: Place, search = ""): Promise<void> {
  await page.goto(`/alerts?q=${encodeURIComponent(place.floorName)}${search}`);
  await expect(page.getByTestId("feed-status")).toContainText("Live", { timeout: 20_000 });
}

test("a silent sensor opens one alert in two browsers, and its return clears it", async ({
  page,
  context,
  place,
  devices,
}) => {
  await devices.mapInstead("Attic", "attic");
  await devices.post("attic", "connectionStatus", ONLINE);
  const other = await context.newPage();
  for (const browser of [page, other]) {
    await open(browser, place);
  }
  await devices.post("attic", "connectionStatus", OFFLINE);
  for (const browser of [page, other]) await expect(row(browser, "Attic")).toHaveCount(1, { timeout: 20_000 });
  await devices.post("attic", "connectionStatus", OFFLINE);
  for (const browser of [page, other]) await expect(row(browser, "Attic")).toHaveCount(1);
  await devices.post("attic", "connectionStatus", ONLINE);
  for (const browser of [page, other]) await expect(row(browser, "Attic")).toHaveCount(0, { timeout: 20_000 });
});

test("acknowledging in one browser shows in the other, and so does taking it back", async ({
  page,
  context,
  place,
  devices,
}) => {
  await devices.mapInstead("Barn", "barn");
  await devices.post("barn", "connectionStatus", OFFLINE);
  const other = await context.newPage();
  for (const browser of [page, other]) {
    await open(browser, place);
    await expect(row(browser, "Barn")).toBeVisible({ timeout: 20_000 });
  }
  await row(page, "Barn").click();
  await page.getByRole("region", { name: "Sensor offline: Barn" }).getByRole("button", { name: "Acknowledge" }).click();
  await expect(row(other, "Barn")).toContainText("Acknowledged");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(other, "Barn")).not.toContainText("Acknowledged");
  await devices.post("barn", "connectionStatus", ONLINE);
  await expect(row(other, "Barn")).toHaveCount(0, { timeout: 20_000 });
});

test("what a Zoom Room says of its camera and microphone, in two browsers", async ({ page, context, place, rooms }) => {
  await place.post({ room: "Loft", people: 0, ago: 2 });
  await rooms.map("Loft");
  const other = await context.newPage();
  const about = (browser: Page, what: string) =>
    list(browser).getByRole("row", { name: new RegExp(`${what} disconnected: Loft`) });
  for (const browser of [page, other]) await open(browser, place);
  for (const component of [4, 5]) await rooms.alert("Loft", 1, { component, secondsAgo: 60 });
  for (const browser of [page, other])
    for (const what of ["Camera", "Microphone"]) await expect(about(browser, what)).toHaveCount(1, { timeout: 20_000 });
  await rooms.alert("Loft", 1, { component: 5, secondsAgo: 50 });
  for (const browser of [page, other]) await expect(about(browser, "Camera")).toContainText("2");
  await rooms.alert("Loft", 2, { component: 4, secondsAgo: 40 });
  for (const browser of [page, other]) {
    await expect(about(browser, "Microphone")).toHaveCount(0, { timeout: 20_000 });
    await expect(about(browser, "Camera")).toHaveCount(1);
  }
  await rooms.alert("Loft", 2, { component: 5, secondsAgo: 30 });
  // A word that came late: the camera is back since.
  await rooms.alert("Loft", 1, { component: 5, secondsAgo: 35 });
  for (const browser of [page, other]) await expect(about(browser, "Camera")).toHaveCount(0, { timeout: 20_000 });
});

test("a pin on the plan's card and the panel of a space lead to the alert, and go when it is over", async ({
  page,
  place,
  rooms,
}) => {
  await place.post({ room: "Mews", people: 0, ago: 2 });
  await rooms.map("Mews");
  await place.open(page);
  const card = page.getByRole("button", { name: /^Mews,/ });
  await expect(card).toBeVisible();
  await rooms.alert("Mews", 1, { secondsAgo: 20 });
  await expect(card).toHaveAccessibleName(/1 open alert: warning/, { timeout: 20_000 });
  await card.click();
  const alerts = page.getByRole("region", { name: "Open alerts" });
  await expect(alerts.getByRole("link", { name: "Camera disconnected: Mews" })).toBeVisible();
  await expectAccessible(page);
  await rooms.alert("Mews", 2, { secondsAgo: 10 });
  await expect(alerts).toHaveCount(0, { timeout: 20_000 });
  await expect(card).not.toHaveAccessibleName(/open alert/);
  await rooms.alert("Mews", 1);
  await alerts.getByRole("link", { name: "Camera disconnected: Mews" }).click();
  await expect(page).toHaveURL(/\/alerts\?alert=\d+/);
  await expect(page.getByRole("region", { name: "Camera disconnected: Mews" })).toBeVisible();
});

test("the whole triage by keyboard", async ({ page, place, devices }) => {
  for (const room of ["Cellar", "Dairy", "Forge"]) {
    await devices.mapInstead(room, room.toLowerCase());
    await devices.post(room.toLowerCase(), "connectionStatus", OFFLINE);
  }
  await open(page, place, "&sort=newest");
  for (const room of ["Cellar", "Dairy", "Forge"]) await expect(row(page, room)).toBeVisible({ timeout: 20_000 });
  await list(page).focus();
  await page.keyboard.press("Home");
  const first = list(page).getByRole("row").first();
  await expect(first).toHaveAttribute("aria-current", "true");
  const name = (await first.getAttribute("aria-label"))?.split(",")[0] ?? "";
  const panel = page.getByRole("region", { name });
  await page.keyboard.press("a");
  await expect(first).toContainText("Acknowledged");
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "To me" }).press("Enter");
  await expect(page.getByText(/^Assigned to .+\.$/)).toBeVisible();
  await list(page).focus();
  await page.keyboard.press("c");
  await expect(panel.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("Battery replaced");
  await page.keyboard.press("Control+Enter");
  const comment = panel.getByRole("listitem").filter({ hasText: "Battery replaced" });
  await expect(comment).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(comment).toHaveCount(0);
  await expect(panel.getByRole("listitem").filter({ hasText: "Comment taken back" })).toBeVisible();
  await list(page).focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await list(page).focus();
  // Two at once: both go out of sight, and come back.
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 selected")).toBeVisible();
  const before = await list(page).getByRole("row").count();
  await page.keyboard.press("z");
  await page.getByRole("menuitem", { name: "1 hour" }).press("Enter");
  await expect(list(page).getByRole("row")).toHaveCount(before - 2);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(list(page).getByRole("row")).toHaveCount(before);
  await list(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await page.keyboard.press("r");
  await expect(list(page).getByRole("row")).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(list(page).getByRole("row")).toHaveCount(before);
  await list(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/floors\/\d+\?space=\d+/);
});

test("a view is kept under a name, and the address leads back to it", async ({ page, devices }) => {
  await devices.mapInstead("Gable", "gable");
  await devices.post("gable", "connectionStatus", OFFLINE);
  await page.goto("/alerts");
  await page.getByRole("button", { name: /^Connection/ }).click();
  await expect(page).toHaveURL(/kind=connection/);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name of the view").fill("Silent things");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved as “Silent things”.")).toBeVisible();
  await page.goto("/alerts");
  await page.getByRole("button", { name: "Silent things", exact: true }).click();
  await expect(page).toHaveURL(/kind=connection/);
  await page.getByRole("button", { name: "Remove the view Silent things" }).click();
  await expect(page.getByRole("button", { name: "Silent things", exact: true })).toHaveCount(0);
});

test("what happened since can be read and copied", async ({ page, context, devices }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await devices.mapInstead("Hayloft", "hayloft");
  await devices.post("hayloft", "connectionStatus", OFFLINE);
  await page.goto("/alerts");
  await page.getByText("24 h ago").click();
  const panel = page.getByRole("region", { name: "What happened" });
  await expect(panel.getByRole("button", { name: /Sensor offline: Hayloft/ })).toBeVisible({ timeout: 15_000 });
  await panel.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copied as text.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/New \(\d+\)\n- .*Sensor offline: Hayloft/);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, viewport] of [
    ["wide", { width: 1440, height: 900 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    test(`axe finds nothing, ${colorScheme}, ${name}`, async ({ page, place, devices }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await devices.mapInstead("Ingle", "ingle");
      await devices.post("ingle", "connectionStatus", OFFLINE);
      await open(page, place);
      await expect(row(page, "Ingle").first()).toBeVisible({ timeout: 20_000 });
      await expectAccessible(page);
      await row(page, "Ingle").first().click();
      await expect(page.getByRole("button", { name: "Acknowledge" }).first()).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await page.goto("/alerts?q=nothing-is-called-this");
      await expect(page.getByText("No alert matches.")).toBeVisible();
      await expectAccessible(page);
    });
  }
}
