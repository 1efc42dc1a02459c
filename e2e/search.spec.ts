import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

test("by keyboard alone: slash, a few letters, Enter, and the space is open", async ({ page, place }) => {
  await place.post({ room: `Kestrel ${place.id}`, people: 2, ago: 1 });
  await place.post({ room: "Haven", people: 0, ago: 1 });
  await place.open(page);
  await page.keyboard.press("/");
  const search = page.getByRole("textbox", { name: "Search" }).or(page.getByRole("searchbox", { name: "Search" }));
  await expect(search).toBeFocused();
  await page.keyboard.type(`kestrel ${place.id}`);
  const hit = page.getByRole("dialog").getByRole("option").or(page.getByRole("dialog").getByRole("button"));
  await expect(hit.filter({ hasText: "Kestrel" }).first()).toBeVisible();
  await expectAccessible(page);
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("dialog").locator("[data-selected]")).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/space=/);
  await expect(page.getByRole("region", { name: `Kestrel ${place.id}` })).toBeVisible();
});

test("Ctrl-K opens it anywhere, pages are found, Escape closes it", async ({ page }) => {
  await page.goto("/admin/vendors");
  await expect(page.getByRole("heading", { name: "Vendors" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("Air limits");
  await expect(page.getByRole("dialog").getByText("Air limits")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
