import { expectAccessible } from "./fixtures/accessible";
import { card, expect, test } from "./fixtures/butlr";

test("language, unit and colours are chosen in the account, and the floor speaks them", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 2 });
  await place.change("Fjord", { capacity: 8 });

  await page.goto("/account");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Sprache, Einheiten und Farben" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("combobox", { name: "Temperatur" }).click();
  await page.getByRole("option", { name: "°F" }).click();
  await page.getByRole("radio", { name: "Grün und rot" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-palette", "classic");
  await expectAccessible(page);

  await page.goto(`/floors/${await place.floorId()}`);
  await expect(card(page, "Fjord")).toContainText("2 von 8");
  await expect(page.locator("time").first()).toHaveText(/^(Mo|Di|Mi|Do|Fr|Sa|So) \d+\. /);
  await card(page, "Fjord").click();
  const panel = page.getByRole("region", { name: "Fjord" });
  await expect(panel.getByRole("button", { name: /Warum „Belegt“\?/ })).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Quellen" })).toBeVisible();
  await page.getByRole("button", { name: "Temperatur", exact: true }).click();
  await expect(page.getByText("64.4–68")).toBeAttached(); // the legend says it where there is room
  await expectAccessible(page);

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("who is not signed in reads the language the browser asks for, and may choose another", async ({ browser }) => {
  const context = await browser.newContext({ locale: "ja-JP", storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/login");
  await expect(page.getByRole("heading", { name: "サインイン" })).toBeVisible();
  await page.getByRole("combobox", { name: "言語" }).selectOption("Français");
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
