import sharp from "sharp";
import { expectAccessible } from "./fixtures/accessible";
import { expect, expectNoReload, type Place, test } from "./fixtures/butlr";
import { type DrawnRoom, planOn, publishPlan, shapeOn } from "./fixtures/plan";

const FJORD = { name: "Fjord", x: 0.05, y: 0.05 };
const HAVEN = { name: "Haven", x: 0.4, y: 0.05 };
const CABIN = { name: "Cabin", x: 0.4, y: 0.55 };

async function drawn(place: Place, rooms: readonly DrawnRoom[]): Promise<void> {
  for (const { name } of rooms) await place.post({ room: name, people: 0, ago: 6 });
  await publishPlan(place, rooms);
}

test("a signed webhook colours the drawn room and its number", async ({ page, place }) => {
  await drawn(place, [FJORD, HAVEN]);
  await place.open(page);
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "free");
  expect(await place.post({ room: "Fjord", people: 4, ago: 5 })).toBe("stored");
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "occupied");
  await expect(planOn(page).getByText("4 people")).toBeVisible();
  await expect(shapeOn(page, "Haven")).toHaveAttribute("data-state", "free");
  await expectNoReload(page);
});

test("a publishing reaches the open floor without a reload", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 1, ago: 6 });
  await place.post({ room: "Haven", people: 2, ago: 6 });
  await place.open(page);
  await expect(page.getByRole("region", { name: "Rooms" })).toBeVisible();
  await publishPlan(place, [FJORD]);
  await expect(shapeOn(page, "Fjord")).toBeVisible();
  const strip = page.getByRole("region", { name: "Not on the plan" });
  await expect(strip.getByRole("button", { name: /^Haven, in use/ })).toBeVisible();
  await publishPlan(place, [FJORD, HAVEN]);
  await expect(shapeOn(page, "Haven")).toBeVisible();
  await expect(strip).toHaveCount(0);
  await expectNoReload(page);
});

test("plan and cards are two views of the same facts, and the address says which", async ({ page, place }) => {
  await drawn(place, [FJORD]);
  await place.open(page);
  await page.getByRole("button", { name: "Cards" }).click();
  await expect(page).toHaveURL(/view=cards/);
  await expect(page.getByRole("region", { name: "Rooms" })).toBeVisible();
  await page.reload();
  await expect(planOn(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Plan" }).click();
  await expect(shapeOn(page, "Fjord")).toBeVisible();
});

test("the keyboard goes from shape to shape, opens, comes back and zooms", async ({ page, place }) => {
  await drawn(place, [FJORD, HAVEN, CABIN]);
  await place.open(page);
  await shapeOn(page, "Fjord").focus();
  await page.keyboard.press("ArrowRight");
  await expect(shapeOn(page, "Haven")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(shapeOn(page, "Cabin")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Cabin" })).toBeVisible();
  await expect(page).toHaveURL(/space=/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Cabin" })).toHaveCount(0);
  await expect(shapeOn(page, "Cabin")).toBeFocused();
  const width = async () => (await shapeOn(page, "Cabin").boundingBox())?.width ?? 0;
  let before = 0;
  const isStill = async () => {
    const last = before;
    before = await width();
    return before === last;
  };
  await expect.poll(isStill).toBe(true); // the panel has gone, and given its room back
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.4);
  await page.keyboard.press("0");
  await expect.poll(width).toBeCloseTo(before, 0);
});

test("the wheel zooms, and a zoomed plan can be dragged", async ({ page, place }) => {
  await drawn(place, [FJORD, HAVEN]);
  await place.open(page);
  const box = async () => (await shapeOn(page, "Fjord").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const before = await box();
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => (await box()).width).toBeGreaterThan(before.width * 1.5);
  const zoomed = await box();
  await page.mouse.move(600, 500);
  await page.mouse.down();
  await page.mouse.move(500, 460, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await box()).x).toBeLessThan(zoomed.x - 60);
  await expect(page).not.toHaveURL(/space=/); // a drag is no click
});

test("the plan is accessible, in light and dark, with a space open", async ({ page, place }) => {
  await drawn(place, [FJORD, HAVEN]);
  await place.post({ room: "Stray", people: 1, ago: 1 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await place.open(page);
    await expectAccessible(page);
    await shapeOn(page, "Fjord").click();
    await expect(page.getByRole("region", { name: "Fjord" })).toBeVisible();
    await expectAccessible(page);
  }
});

test("on a phone the plan stands above the list, and a tap opens the room", async ({ page, place }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await drawn(place, [FJORD, HAVEN]);
  await place.open(page);
  expect((await planOn(page).boundingBox())?.height).toBeLessThan(260);
  await expect(page.getByRole("region", { name: "Rooms" })).toBeVisible();
  await shapeOn(page, "Haven").click();
  await expect(page.getByRole("region", { name: "Haven" })).toBeVisible();
});

/** A patch of a room beside its words, as somebody who sees no colours sees it: mean and spread of lightness, 0–255. */
async function greyOf(picture: Buffer, box: { x: number; y: number }): Promise<{ mean: number; spread: number }> {
  const patch = { left: Math.round(box.x) + 10, top: Math.round(box.y) + 10, width: 40, height: 26 };
  const { channels } = await sharp(await sharp(picture).extract(patch).greyscale().png().toBuffer()).stats();
  return { mean: channels[0]?.mean ?? 0, spread: channels[0]?.stdev ?? 0 };
}

test("without colours the states can still be told apart", async ({ page, place }) => {
  const names = ["Empty", "Used", "Crowded", "Silent", "Named"];
  await place.post({ room: "Empty", people: 0, ago: 1 });
  await place.post({ room: "Used", people: 3, ago: 1 });
  await place.post({ room: "Crowded", people: 9, ago: 1 });
  await place.post({ room: "Silent", people: 2, ago: 38 });
  await place.post({ room: "Named", zone: "Corner", type: "ZONE_OCCUPANCY", people: 1, ago: 1 });
  await place.change("Crowded", { capacity: 6 });
  await publishPlan(
    place,
    names.map((name, i) => ({ name, x: 0.02 + 0.19 * i, y: 0.1, width: 0.18 })),
  );
  await place.open(page);
  await expect(shapeOn(page, "Named")).toHaveAttribute("data-state", "unknown");
  await page.mouse.move(5, 5);
  const picture = await page.screenshot({ animations: "disabled" });
  const greys = await Promise.all(
    names.map(async (name) => {
      const box = await shapeOn(page, name).boundingBox();
      return { name, ...(await greyOf(picture, box ?? { x: 0, y: 0 })) };
    }),
  );
  for (const [i, one] of greys.entries()) {
    for (const other of greys.slice(i + 1)) {
      const isApart = Math.abs(one.mean - other.mean) > 12 || Math.abs(one.spread - other.spread) > 6;
      expect(isApart, `${JSON.stringify(one)} and ${JSON.stringify(other)}`).toBe(true);
    }
  }
});
