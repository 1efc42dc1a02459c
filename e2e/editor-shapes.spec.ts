import type { APIRequestContext, Page } from "@playwright/test";
import type { Shape } from "../lib/core/floor-plan";
import { expect, test } from "./fixtures/butlr";
import {
  canvas,
  clickOn,
  draftOf,
  drag,
  dragOnPage,
  floorOf,
  middleOf,
  onPage,
  openEditor,
  rooms,
  shapes,
} from "./fixtures/editor";

const savedShapes = async (request: APIRequestContext, floorId: string): Promise<readonly Shape[]> =>
  (await draftOf(request, floorId)).plan.shapes;
const left = ({ points }: Shape): number => Math.min(...points.map(([x]) => x));
const panel = (page: Page) => page.getByRole("region", { name: "Properties" });

async function drawRoom(page: Page) {
  await canvas(page).focus();
  await page.keyboard.press("r");
  await drag(page, [0.2, 0.2], [0.5, 0.5]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await expect(rooms(page)).toHaveCount(1);
}

// The second place is under the note that says how to begin.
for (const at of [
  [0.85, 0.8],
  [0.5, 0.5],
] as const)
  test(`a space is dragged out of the list to where it belongs (${at}), and bound to its shape`, async ({
    page,
    place,
    request,
  }) => {
    const floorId = await floorOf(place);
    await openEditor(page, floorId);
    const row = page.getByRole("region", { name: "Spaces not on the plan" }).getByRole("button", { name: /Fjord/ });
    const to = await onPage(page, at);
    await row.hover();
    await page.mouse.down();
    await page.mouse.move(to.x - 20, to.y, { steps: 4 });
    await expect(page.getByText("Let go to place it on the plan")).toBeVisible();
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
    await expect(rooms(page)).toHaveCount(1);
    await expect(row).toHaveCount(0);
    await expect.poll(async () => (await savedShapes(request, floorId)).length).toBe(1);
    const [shape] = await savedShapes(request, floorId);
    expect(shape?.spaceId).toBe(await place.spaceId("Fjord"));
    const xs = shape?.points.map(([x]) => x) ?? [];
    const ys = shape?.points.map(([, y]) => y) ?? [];
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(at[0], 1);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(at[1], 1);
  });

test("a shape is duplicated by its button and by keys; the copies are rooms of their own", async ({
  page,
  place,
  request,
}) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await page.getByRole("button", { name: /Fjord/ }).press("Enter");
  await expect(rooms(page)).toHaveCount(1);
  await page.getByRole("toolbar", { name: "Shape" }).getByRole("button", { name: "Duplicate" }).click();
  await expect(rooms(page)).toHaveCount(2);
  await canvas(page).focus();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(rooms(page)).toHaveCount(3);
  await expect.poll(async () => (await savedShapes(request, floorId)).length).toBe(3);
  const made = await savedShapes(request, floorId);
  expect(made.map(({ spaceId }) => spaceId !== null)).toEqual([true, false, false]);
  expect(new Set(made.map((shape) => left(shape))).size).toBe(3);
  const names = made.slice(1).map(({ edit }) => edit?.name);
  expect(new Set(names).size).toBe(2);
  expect(names).not.toContain("Fjord");
});

test("a room is turned by its handle, in steps of 15°, freely with Alt, and back by undo", async ({
  page,
  place,
  request,
}) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await drawRoom(page);
  await clickOn(page, [0.35, 0.35]);
  const turn = page.locator("[data-turn]");
  const from = await middleOf(turn);
  const centre = await onPage(page, [0.35, 0.35]);
  const radius = from.y - centre.y;
  const angleOfShape = async () => {
    const [shape] = await savedShapes(request, floorId);
    const { aspect } = (await draftOf(request, floorId)).plan;
    const [a = [0, 0], b = [0, 0]] = shape?.points ?? [];
    return (Math.atan2((b[1] - a[1]) / aspect, b[0] - a[0]) * 180) / Math.PI;
  };
  // A quarter turn: from below the middle to left of it.
  await dragOnPage(page, from, { x: centre.x - radius, y: centre.y + 2 });
  await expect.poll(async () => Math.round(await angleOfShape())).toBe(90);
  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => Math.round(await angleOfShape())).toBe(0);

  await clickOn(page, [0.35, 0.35]);
  await page.keyboard.down("Alt");
  const again = await middleOf(turn);
  const slight = (20 * Math.PI) / 180;
  await dragOnPage(page, again, {
    x: centre.x - radius * Math.sin(slight),
    y: centre.y + radius * Math.cos(slight),
  });
  await page.keyboard.up("Alt");
  await expect.poll(async () => Math.round(await angleOfShape())).toBe(20);
});

test("corners are moved, added and taken away", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await drawRoom(page);
  const at = await onPage(page, [0.35, 0.35]);
  await page.mouse.dblclick(at.x, at.y);
  const corners = page.locator("[data-corner]");
  await expect(corners).toHaveCount(4);

  await test.step("one is dragged", async () => {
    await dragOnPage(page, await middleOf(corners.nth(2)), await onPage(page, [0.6, 0.65]));
    await expect.poll(async () => (await savedShapes(request, floorId))[0]?.points[2]?.[0]).toBeCloseTo(0.6, 1);
  });
  await test.step("a fifth is pulled out of an edge", async () => {
    await dragOnPage(page, await middleOf(page.locator('[data-edge="0"]')), await onPage(page, [0.35, 0.1]));
    await expect(corners).toHaveCount(5);
    await expect.poll(async () => (await savedShapes(request, floorId))[0]?.points.length).toBe(5);
  });
  await test.step("and goes by Delete, without taking the room along", async () => {
    await page.keyboard.press("Delete");
    await expect(corners).toHaveCount(4);
    await expect(rooms(page)).toHaveCount(1);
    await expect.poll(async () => (await savedShapes(request, floorId))[0]?.points.length).toBe(4);
  });
});

test("a grid of desks is drawn in one stroke, named one after the other", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await page.keyboard.press("g");
  const grid = page.getByRole("region", { name: "Desk grid" });
  await grid.getByLabel("Across", { exact: true }).fill("4");
  await grid.getByLabel("Down", { exact: true }).fill("3");
  await drag(page, [0.2, 0.2], [0.8, 0.7]);
  await expect(shapes(page, "desk")).toHaveCount(12);
  await expect(panel(page)).toContainText("12");
  await expect.poll(async () => (await savedShapes(request, floorId)).length).toBe(12);
  const desks = await savedShapes(request, floorId);
  expect(desks.map(({ edit }) => edit?.name)).toEqual(Array.from({ length: 12 }, (_, n) => `Desk ${n + 1}`));
  expect(Math.min(...desks.map(left))).toBeCloseTo(0.2, 1);
  const right = Math.max(...desks.flatMap(({ points }) => points.map(([x]) => x)));
  expect(right).toBeCloseTo(0.8, 1);
  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect(shapes(page, "desk")).toHaveCount(0);
});
