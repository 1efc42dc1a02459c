import { deflateSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";

/** A PNG of one grey, 160 × 100. */
function picture(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([head, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(160, 0);
  header.writeUInt32BE(100, 4);
  header[8] = 8; // bits, one channel
  const rows = Buffer.concat(Array.from({ length: 100 }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(160, 230)])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

interface Draft {
  readonly revision: number;
  readonly isChanged: boolean;
  readonly plan: { readonly shapes: readonly { readonly kind: string; readonly edit?: { readonly name?: string } }[] };
}

const canvas = (page: Page) => page.getByRole("application");
const rooms = (page: Page) => page.locator('[data-shape][data-kind="room"]');
const draftOf = async (request: APIRequestContext, floorId: string) =>
  (await (await request.get(`/api/floors/${floorId}/plan/draft`)).json()) as Draft;

async function openEditor(page: Page, floorId: string) {
  await page.goto(`/admin/plans/${floorId}`);
  await expect(page.getByText("Editing draft")).toBeVisible();
  await canvas(page).focus();
}

/** A floor with one room that Butlr knows. */
async function floorOf(place: Place): Promise<string> {
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  return place.floorId();
}

/** Drags on the plan; places are parts of the sheet. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  const sheet = await page.getByTestId("paper").boundingBox();
  if (!sheet) throw new Error("the sheet is not there");
  const at = ([x, y]: readonly [number, number]) => [sheet.x + x * sheet.width, sheet.y + y * sheet.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test("a plan is traced, published, and still there after a reload", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await page.locator('input[type="file"]').first().setInputFiles({
    name: "level.png",
    mimeType: "image/png",
    buffer: picture(),
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
    const sheet = await page.getByTestId("paper").boundingBox();
    if (!sheet) throw new Error("the sheet is not there");
    for (const [x, y] of [
      [0.7, 0.05],
      [0.95, 0.05],
      [0.95, 0.3],
      [0.8, 0.3],
    ] as const)
      await page.mouse.click(sheet.x + x * sheet.width, sheet.y + y * sheet.height);
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
