import { card, expect, expectNoReload, test } from "./fixtures/butlr";

test("the panel shows the day, follows the feed and closes by Esc", async ({ page, place }) => {
  for (const [ago, people] of [
    [9, 0],
    [6, 9],
    [3, 4],
  ] as const)
    await place.post({ room: "Fjord", people, ago });
  await place.post({ room: "Fjord", people: 3, ago: 6 }); // a correction
  await place.open(page);
  await card(page, "Fjord").click();
  await expect(page).toHaveURL(/space=\d+/);
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { name: "Fjord" })).toBeVisible();
  await expect(panel.getByText("Today")).toBeVisible();
  await panel.getByText("Show as table").click();
  await expect(panel.getByRole("table").first()).toBeVisible();
  await place.post({ room: "Fjord", people: 7, ago: 1 });
  await expect(card(page, "Fjord")).toContainText("7 people");
  await expect(panel.getByText("7").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/space=/);
  await expectNoReload(page);
});

test("a link opens the same view", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await place.open(page, `?space=${await place.spaceId("Fjord")}`);
  await expect(page.getByRole("heading", { name: "Fjord" })).toBeVisible();
});

test("the floor is worked by keyboard", async ({ page, place }) => {
  for (const room of ["Alder", "Birch", "Cedar"]) await place.post({ room, people: 1, ago: 1 });
  await place.open(page);
  await card(page, "Alder").focus();
  await page.keyboard.press("ArrowRight");
  await expect(card(page, "Birch")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Birch" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Birch" })).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test("a space is a page of its own, and back leads to the list", async ({ page, place }) => {
    await place.post({ room: "Fjord", people: 2, ago: 1 });
    await place.open(page);
    await card(page, "Fjord").click();
    await expect(page.getByRole("heading", { name: "Fjord" })).toBeVisible();
    await page.goBack();
    await expect(card(page, "Fjord")).toBeVisible();
  });
});
