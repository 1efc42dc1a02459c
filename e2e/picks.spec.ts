import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";
import { publishPlan, shapeOn } from "./fixtures/plan";

const FJORD = { name: "Fjord", x: 0.05, y: 0.05 };
const HAVEN = { name: "Haven", x: 0.4, y: 0.05 };
const CABIN = { name: "Cabin", x: 0.4, y: 0.55 };

async function openPlan(page: Page, place: Place) {
  await place.post({ room: "Fjord", people: 4, ago: 1 });
  await place.post({ room: "Haven", people: 0, ago: 1 });
  await place.post({ room: "Cabin", people: 2, ago: 90 });
  for (const { name } of [FJORD, HAVEN, CABIN]) await place.change(name, { capacity: 6 });
  await publishPlan(place, [FJORD, HAVEN, CABIN]);
  await place.open(page);
}

const middleOf = async (page: Page, name: string) => {
  const box = (await shapeOn(page, name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, ...{ width: box.width, height: box.height } };
};
const told = (page: Page) => page.getByRole("status").filter({ hasText: /spaces?/ });

test("a frame drawn with Shift picks what is in it, and a link shows the same", async ({ page, place }) => {
  await openPlan(page, place);
  await page.keyboard.down("Shift");
  await expect(page.locator("[data-empty]")).toBeAttached(); // what draws the frame is fetched with the first Shift
  const [from, to] = [await middleOf(page, "Fjord"), await middleOf(page, "Haven")];
  await page.mouse.move(from.x - from.width / 2 - 4, from.y - from.height / 2 - 4);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 4, to.y + to.height / 4, { steps: 6 });
  await page.mouse.up();
  await expect(told(page)).toHaveText("2 spaces4 people, room for 12");
  await expect(page).not.toHaveURL(/space=/);
  await shapeOn(page, "Cabin").click();
  await page.keyboard.up("Shift");
  await expect(told(page)).toHaveText("3 spaces4 people, room for 121 without data");
  await expectAccessible(page);
  await page.reload();
  await expect(told(page)).toContainText("3 spaces");
  await page.getByRole("link", { name: "Edit together" }).click();
  await expect(page.getByRole("heading", { name: "3 rooms" })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Compare in History" }).click();
  await expect(page).toHaveURL(/\/history\?spaces=\d+,\d+,\d+/);
});

test("by keys: Shift with Enter or Space picks and lets go, Escape lets go of all", async ({ page, place }) => {
  await openPlan(page, place);
  await shapeOn(page, "Fjord").focus();
  await page.keyboard.press("Shift+Enter");
  await expect(told(page)).toContainText("1 space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Space");
  await expect(told(page)).toContainText("2 spaces");
  await expect(shapeOn(page, "Haven")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Shift+Space");
  await expect(told(page)).toContainText("1 space");
  await page.keyboard.press("Escape");
  await expect(told(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/picks=/);
  await expect(shapeOn(page, "Haven")).toBeFocused();
});
