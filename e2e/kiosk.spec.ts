import type { Locator } from "@playwright/test";
import { pairScreen } from "../lib/testing/pictures/look-around";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";
import { publishPlan } from "./fixtures/plan";

test("a screen is paired by its code, shows its floor live, survives a restart and goes blank when taken back", async ({
  page,
  place,
  browser,
}) => {
  await place.post({ room: "Fjord", people: 2 });
  await place.change("Fjord", { capacity: 8 });
  await place.post({ room: "Vik", people: 0 });
  const wall = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    storageState: { cookies: [], origins: [] },
  });
  const screen = await wall.newPage();
  await screen.goto("/kiosk");
  const code = await screen.getByText(/^[A-Z2-9]{4} [A-Z2-9]{4}$/).innerText();
  await expectAccessible(screen);

  await page.goto("/admin/kiosks");
  await page.getByRole("button", { name: "Pair a screen" }).click();
  await page.getByLabel("Code on the screen").fill(code.toLowerCase());
  await page.getByLabel("Name").fill(`Lobby ${place.id}`);
  await page.getByRole("combobox", { name: "Floors, in turn" }).fill(place.floorName);
  await page.getByRole("option", { name: new RegExp(place.floorName) }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Pair the screen" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`Lobby ${place.id}`) })).toBeVisible();
  await expectAccessible(page);

  await expect(screen.getByRole("heading", { name: new RegExp(place.floorName) })).toBeVisible();
  await expect(screen.getByText("2 of 8").first()).toBeVisible();
  await expect(screen.getByRole("complementary").getByText("Vik")).toBeVisible();
  await place.post({ room: "Fjord", people: 5 });
  await expect(screen.getByText("5 of 8").first()).toBeVisible();
  await expectAccessible(screen);

  // It may look at its floor, and at nothing else.
  const ask = async (path: string, method = "GET") => (await wall.request.fetch(path, { method, data: {} })).status();
  expect(await ask(`/api/floors/${await place.floorId()}/snapshot`)).toBe(200);
  expect(await ask("/api/spaces")).toBe(403);
  expect(await ask("/api/alerts")).toBe(403);
  expect(await ask(`/api/spaces/${await place.spaceId("Fjord")}`, "PATCH")).toBe(403);
  expect(await ask("/api/kiosks", "POST")).toBe(403);

  await screen.reload();
  await expect(screen.getByText("5 of 8").first()).toBeVisible();

  await page
    .getByRole("row", { name: new RegExp(`Lobby ${place.id}`) })
    .getByRole("button", { name: "Take back" })
    .click();
  await expect(screen.getByText("An admin took this screen back.", { exact: false })).toBeVisible({ timeout: 20_000 });
  await expect(screen.getByText("5 of 8")).toHaveCount(0);
  expect(await ask(`/api/floors/${await place.floorId()}/snapshot`)).toBe(401);
  await screen.getByRole("button", { name: "Pair it again" }).click();
  await expect(screen.getByText(/^[A-Z2-9]{4} [A-Z2-9]{4}$/)).toBeVisible();
  await wall.close();
});

const NOBODY = { cookies: [], origins: [] };

test("it marks where it hangs, comes back after a reboot without a sign-in, upright too, and says when it is cut off", async ({
  page,
  place,
  browser,
}) => {
  await place.post({ room: "Fjord", people: 2 });
  await place.post({ room: "Vik", people: 0 });
  await publishPlan(place, [
    { name: "Fjord", x: 0.1, y: 0.1 },
    { name: "Vik", x: 0.6, y: 0.1 },
  ]);
  const before = await browser.newContext({ viewport: { width: 1920, height: 1080 }, storageState: NOBODY });
  await pairScreen(before.request, page.request, await place.floorId(), `Hall ${place.id}`);

  await page.goto("/admin/kiosks");
  const row = page.getByRole("row", { name: new RegExp(`Hall ${place.id}`) });
  await row.getByRole("button", { name: "Change" }).click();
  const form = page.getByRole("dialog", { name: "Change the screen" });
  await form.getByRole("button", { name: "Vik, mark here" }).press("Enter");
  await expect(form.getByRole("img", { name: "You are here" })).toBeVisible();
  await expectAccessible(page);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();

  const storageState = await before.storageState();
  await before.close();
  const wall = await browser.newContext({ viewport: { width: 1080, height: 1920 }, storageState });
  const screen = await wall.newPage();
  await screen.goto("/kiosk");
  await expect(screen.getByRole("heading", { name: new RegExp(place.floorName) })).toBeVisible();
  await expect(screen.getByRole("img", { name: "You are here" })).toBeVisible();
  const boxOf = async (target: Locator) => (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const plan = await boxOf(screen.getByRole("region", { name: "Floor plan" }));
  const free = await boxOf(screen.getByRole("complementary"));
  expect(plan.width).toBeGreaterThan(900);
  expect(free.y).toBeGreaterThanOrEqual(plan.y + plan.height - 1);
  await expectAccessible(screen);

  await screen.evaluate(() => navigator.serviceWorker.ready);
  await wall.setOffline(true);
  await expect(screen.getByText(/^Not live since \d\d:\d\d$/)).toBeVisible({ timeout: 60_000 });
  await screen.reload();
  await expect(screen.getByRole("status")).toHaveText(/^Not live since \d\d:\d\d$/);
  await expect(screen.getByText("Fjord")).toHaveCount(0);
  await wall.setOffline(false);
  await expect(screen.getByRole("img", { name: "You are here" })).toBeVisible({ timeout: 30_000 });
  await wall.close();
});

test("it loads itself anew when the server has another build", async ({ page, place, browser }) => {
  await place.post({ room: "Fjord", people: 2 });
  const wall = await browser.newContext({ storageState: NOBODY });
  await pairScreen(wall.request, page.request, await place.floorId(), `Stairs ${place.id}`);
  const screen = await wall.newPage();
  await screen.goto("/kiosk");
  await expect(screen.getByRole("heading", { name: new RegExp(place.floorName) })).toBeVisible();
  await screen.evaluate(() => Object.assign(window, { notReloaded: true }));
  await screen.route("**/api/kiosk", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), version: "another" } });
  });
  await expect.poll(() => screen.evaluate(() => "notReloaded" in window), { timeout: 30_000 }).toBe(false);
  await expect(screen.getByRole("heading", { name: new RegExp(place.floorName) })).toBeVisible();
  await wall.close();
});
