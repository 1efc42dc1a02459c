import type { APIRequestContext, Page } from "@playwright/test";
import type { DrawingPlacement } from "../lib/core/floor-plan";
import { pdfOf, png } from "../lib/drawings/testing/files";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";
import { canvas, clickOn, draftOf, drag, floorOf, openEditor, rooms } from "./fixtures/editor";

interface FileToSend {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const LEVEL: FileToSend = { name: "level.png", mimeType: "image/png", buffer: Buffer.from(png(160, 100)) };
const panel = (page: Page) => page.getByRole("region", { name: "Drawing" });
const saved = (page: Page) => expect(page.getByText(/Saved \d\d:\d\d · live plan unchanged/)).toBeVisible();

async function choose(page: Page, file: FileToSend) {
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await expect(page.locator("image")).toBeVisible({ timeout: 20_000 }); // read in a process of its own
}

/** As it was saved; empty before. */
async function placementOf(request: APIRequestContext, floorId: string): Promise<Partial<DrawingPlacement>> {
  return (await draftOf(request, floorId)).plan.drawing ?? {};
}

test("a page of a PDF is chosen, and the shapes traced on another one stay", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  const file = {
    name: "building.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(
      pdfOf([
        [400, 200],
        [300, 300],
        [200, 400],
      ]),
    ),
  };
  await choose(page, file);
  const pages = panel(page).getByLabel("Page");
  await expect(pages).toHaveValue("1 of 3");
  await expect.poll(async () => (await draftOf(request, floorId)).plan.aspect).toBeCloseTo(2, 2);
  await canvas(page).focus();
  await page.keyboard.press("r");
  await drag(page, [0.1, 0.1], [0.4, 0.5]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape"); // the tool, and then the selection: the panel is about the drawing again
  await expect(rooms(page)).toHaveCount(1);
  const [first] = (await expectSavedShapes(request, floorId, 1)).map(({ points }) => points);

  const href = await page.locator("image").getAttribute("href");
  await pages.click();
  await page.getByRole("option", { name: "3 of 3" }).click();
  await expect(pages).toHaveValue("3 of 3");
  await expect(page.locator("image")).not.toHaveAttribute("href", href ?? "");
  await saved(page);
  const { plan } = await draftOf(request, floorId);
  expect(plan.shapes.map(({ points }) => points)).toEqual([first]);
  // Twice as tall as wide, in a frame that is twice as wide as tall.
  expect(((plan.drawing?.width ?? 0) * plan.aspect) / (plan.drawing?.height ?? 1)).toBeCloseTo(0.5, 2);
  await expectAccessible(page);

  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect(page.locator("image")).toHaveAttribute("href", href ?? "");
});

async function expectSavedShapes(request: APIRequestContext, floorId: string, count: number) {
  await expect.poll(async () => (await draftOf(request, floorId)).plan.shapes.length).toBe(count);
  return (await draftOf(request, floorId)).plan.shapes;
}

test("a file that is dropped onto the plan becomes its drawing; what is none says so and changes nothing", async ({
  page,
  place,
  request,
}) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  const dropped = async (name: string, type: string, bytes: Buffer) => {
    const data = await page.evaluateHandle(
      ([name, type, text]) => {
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(text ?? ""), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([content], name ?? "", { type: type ?? "" }));
        return transfer;
      },
      [name, type, bytes.toString("base64")],
    );
    // Onto the note that asks for it, which lies over the canvas.
    const target = page.getByRole("heading", { name: "Nothing is drawn yet" });
    await target.dispatchEvent("dragover", { dataTransfer: data });
    await expect(page.getByText("Let go to place it on the plan")).toBeVisible();
    await target.dispatchEvent("drop", { dataTransfer: data });
  };
  await dropped("notes.png", "image/png", Buffer.from("these are no pixels"));
  await expect(page.getByRole("alert").filter({ hasText: "notes.png" }).first()).toBeVisible();
  await expect(page.locator("image")).toHaveCount(0);
  await dropped("level.png", "image/png", LEVEL.buffer);
  await expect(page.locator("image")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "notes.png" })).toHaveCount(0);
  await expect(page.getByText("Let go to place it on the plan")).toHaveCount(0);
  await saved(page);
  expect((await placementOf(request, floorId)).width).toBeCloseTo(1, 3);
});

test("the drawing is turned by a number, and aligned by two points", async ({ page, place, request }) => {
  const floorId = await floorOf(place);
  await openEditor(page, floorId);
  await choose(page, LEVEL);
  await panel(page).getByLabel("Turned").fill("90");
  await panel(page).getByLabel("Turned").press("Enter");
  await expect.poll(async () => (await placementOf(request, floorId)).rotation).toBe(90);
  await canvas(page).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await placementOf(request, floorId)).rotation).toBe(0);

  await test.step("two points of it, and the two places where they belong: half as large, and moved", async () => {
    await panel(page).getByRole("button", { name: "Align by two points" }).click();
    await clickOn(page, [0.2, 0.2]);
    await clickOn(page, [0.8, 0.2]);
    await clickOn(page, [0.4, 0.6]);
    await clickOn(page, [0.7, 0.6]);
    await expect(page.getByText("Drawing aligned")).toBeAttached();
    await expect.poll(async () => (await placementOf(request, floorId)).width).toBeLessThan(0.6);
    const { width, x, rotation } = await placementOf(request, floorId);
    expect(width).toBeCloseTo(0.5, 1);
    expect(x).toBeCloseTo(0.3, 1); // 0.2 of the drawing's width left of 0.4
    expect(rotation).toBeCloseTo(0, 0);
  });

  await test.step("undone it lies as before; Escape leaves it half-way", async () => {
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await placementOf(request, floorId)).width).toBeCloseTo(1, 3);
    await panel(page).getByRole("button", { name: "Align by two points" }).click();
    await clickOn(page, [0.2, 0.2]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(panel(page).getByRole("button", { name: "Align by two points" })).toHaveAttribute(
      "aria-pressed",
      "false",
    );
    expect((await placementOf(request, floorId)).width).toBeCloseTo(1, 3);
  });
});
