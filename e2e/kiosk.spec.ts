import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

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
