import { png } from "../lib/drawings/testing/files";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";
import { canvas, clickOn, draftOf, drag, floorOf, openEditor, rooms } from "./fixtures/editor";

test("a plan is traced, published, and still there after a reload", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "level.png",
      mimeType: "image/png",
      buffer: Buffer.from(png(160, 100)),
    });
  await expect(page.getByText("level.png").first()).toBeVisible();
  await expect(page.locator("image")).toHaveAttribute("href", new RegExp(`/api/floors/${floorId}/drawings/\\d+`));
  await page.getByLabel("Width", { exact: true }).fill("40");

  await test.step("six rooms by the pointer", async () => {
    await canvas(page).focus();
    await page.keyboard.press("r");
    for (let room = 0; room < 6; room += 1) {
      const left = 0.02 + (room % 3) * 0.2;
      const top = room < 3 ? 0.05 : 0.4;
      await drag(page, [left, top], [left + 0.15, top + 0.25]);
    }
    await expect(rooms(page)).toHaveCount(6);
    await page.keyboard.press("Escape");
  });

  await test.step("a polygon", async () => {
    await page.keyboard.press("p");
    for (const corner of [
      [0.7, 0.05],
      [0.95, 0.05],
      [0.95, 0.3],
      [0.8, 0.3],
    ] as const)
      await clickOn(page, corner);
    await page.keyboard.press("Enter");
    await expect(rooms(page)).toHaveCount(7);
    await page.keyboard.press("Escape");
  });

  await test.step("three more by the keyboard alone", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add by numbers" }).press("Enter");
    const form = page.getByRole("form", { name: "Add by numbers" });
    await form.getByLabel("y").fill("18");
    await form.getByLabel("x").fill("1");
    await form.getByRole("button", { name: "Add" }).press("Enter");
    await expect(rooms(page)).toHaveCount(8);
    await canvas(page).focus();
    await page.keyboard.press("Control+d");
    await page.keyboard.press("Control+d");
    await expect(rooms(page)).toHaveCount(10);
    await page.keyboard.press("Shift+ArrowRight");
    await expect(page.getByRole("region", { name: "Properties" })).toContainText("Room 10");
  });

  await test.step("undone and done again", async () => {
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(rooms(page)).toHaveCount(9);
    await page.keyboard.press("Control+y");
    await expect(rooms(page)).toHaveCount(10);
  });

  await expect(page.getByText(/Saved \d\d:\d\d · live plan unchanged/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Review \d+ changes/ }).click();
  const review = page.getByRole("dialog");
  await expect(review.getByText("Room “Room 7” added")).toBeVisible();
  await expect(review).toContainText("Fjord");
  await expectAccessible(page);
  await review.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("Published. Viewers see it now.")).toBeVisible();

  const answer = await request.get(`/api/floors/${floorId}/plan`);
  const { plan } = (await answer.json()) as { plan: { widthM: number; shapes: { spaceId: string | null }[] } };
  expect([plan.widthM, plan.shapes.length]).toEqual([40, 10]);
  expect(plan.shapes.every(({ spaceId }) => spaceId !== null)).toBe(true);
  await page.reload();
  await expect(rooms(page)).toHaveCount(10);
  await expect(page.getByText("No changes · same as the live plan")).toBeVisible();
});

test("a space that is not on the plan is put onto it, and shapes are reached by Tab", async ({ page, place }) => {
  await openEditor(page, await floorOf(place));
  await page.getByRole("button", { name: /Fjord/ }).press("Enter");
  await expect(rooms(page)).toHaveCount(1);
  await canvas(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(rooms(page)).toHaveCount(2);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Escape");
  await canvas(page).blur();
  await canvas(page).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Properties" })).toBeVisible();
});

test("a second editor's stale save is refused, with what differs, and nothing is lost", async ({
  page,
  place,
  request,
}) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  const { revision, plan } = await draftOf(request, floorId);
  const square = [
    [0.6, 0.6],
    [0.8, 0.6],
    [0.8, 0.8],
    [0.6, 0.8],
  ];
  const theirs = { id: "theirs-1", kind: "room", points: square, spaceId: null, edit: { name: "Attic" } };
  const saved = await request.put(`/api/floors/${floorId}/plan/draft`, {
    data: { revision, plan: { ...plan, shapes: [theirs] } },
  });
  expect(saved.status()).toBe(200);

  await page.keyboard.press("r");
  await drag(page, [0.1, 0.1], [0.3, 0.3]);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("changed this plan");
  await expect(dialog.getByRole("region", { name: /^Changed by (?!you)/ })).toContainText("Room “Attic” added");
  await expect(dialog.getByRole("region", { name: "Changed by you" })).toContainText("Room “Room 1” added");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Take theirs" }).click();
  await expect(page.locator('[data-shape="theirs-1"]')).toBeVisible();
  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-shape][aria-label^="Room 1"]')).toBeVisible();
  await expect
    .poll(async () => (await draftOf(request, floorId)).plan.shapes.map(({ edit }) => edit?.name))
    .toEqual(["Room 1"]);
});

test("a discarded draft comes back by undo", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await page.keyboard.press("r");
  await drag(page, [0.1, 0.1], [0.3, 0.3]);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(rooms(page)).toHaveCount(0);
  await expect.poll(async () => (await draftOf(request, floorId)).isChanged).toBe(false);
  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect(rooms(page)).toHaveCount(1);
  await expect.poll(async () => (await draftOf(request, floorId)).plan.shapes.length).toBe(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test("the plan is looked at, a shape is chosen and its properties read", async ({ page, place, request }) => {
    const floorId = await floorOf(place);
    const { revision, plan } = await draftOf(request, floorId);
    const points = [
      [0.2, 0.2],
      [0.7, 0.2],
      [0.7, 0.7],
      [0.2, 0.7],
    ];
    const shape = { id: "one", kind: "room", points, spaceId: null, edit: { name: "Attic" } };
    await request.put(`/api/floors/${floorId}/plan/draft`, { data: { revision, plan: { ...plan, shapes: [shape] } } });
    await page.goto(`/admin/plans/${floorId}`);
    await expect(page.getByText("To draw, open this page on a larger screen.")).toBeVisible();
    await page.locator('[data-shape="one"]').click();
    await page.getByRole("button", { name: "Properties" }).click();
    await expect(page.getByRole("heading", { name: "Attic" })).toBeVisible();
    await expectAccessible(page);
  });
});
