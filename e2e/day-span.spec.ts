import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";

const HOUR = 60;

/** The day before this one, of which all hours are over, of a room that was counted then. */
async function openYesterday(page: Page, place: Place) {
  for (const ago of [30, 28, 26, 24]) await place.post({ room: "Fjord", people: 3, ago: ago * HOUR });
  await place.post({ room: "Fjord", people: 1, ago: 1 });
  await page.goto(`/spaces/${await place.spaceId("Fjord")}`);
  await page.getByRole("button", { name: "Previous day" }).click();
  await page.getByText("24 h").click();
  const axis = page.getByRole("slider", { name: /^From 00:00 to / });
  await expect(axis).toBeVisible();
  return axis;
}

test("a span of the day is drawn, left out of figures, and brought back", async ({ page, place }) => {
  const axis = await openYesterday(page, place);
  await axis.scrollIntoViewIfNeeded();
  const box = (await axis.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 4, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 90, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText("06:00–12:00 selected, 6 h")).toBeAttached();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Leave out of figures …" }).click();
  const form = page.getByRole("dialog", { name: "Leave out of figures" });
  await expect(form.getByLabel("From")).toHaveValue("06:00");
  await expect(form.getByLabel("Until")).toHaveValue("12:00");
  await form.getByLabel("Why").fill("Sensor was covered");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Leave out of figures" }).click();
  await expect(page.getByText("06:00–12:00 of Fjord is left out of the figures.")).toBeVisible();
  await page.getByText("Show as table").click();
  const closed = page.getByRole("row", { name: /^06:00–\S+ Closed/ });
  await expect(closed).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(closed).toHaveCount(0);
});

test("by keys a span is selected, saved and opened on the plan", async ({ page, place }) => {
  const axis = await openYesterday(page, place);
  await axis.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+PageUp");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("00:00–01:05 selected, 1 h 5 min")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(axis).toBeFocused();
  await page.keyboard.press("Enter");
  const saved = page.waitForEvent("download");
  await expect(page.getByRole("menuitem", { name: "Leave out of figures …" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Save as CSV" })).toBeFocused();
  await page.keyboard.press("Enter");
  const rows = (await readFile(await (await saved).path(), "utf8")).trim().split(/\r?\n/).slice(1);
  const times = rows.map((row) => row.split(",").map((cell) => /T(\d\d:\d\d)/.exec(cell)?.[1]));
  expect([times[0]?.[0], times.at(-1)?.[1]]).toEqual(["00:00", "01:05"]);
  await axis.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Open on the plan" }).click();
  await expect(page).toHaveURL(/\/floors\/\d+\?.*t=\d{4}-\d\d-\d\dT/);
  await expect(page.getByRole("region", { name: "Looking back" })).toContainText("00:00");
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("resting and then moving selects; moving at once scrolls", async ({ page, place }) => {
    const axis = await openYesterday(page, place);
    await axis.scrollIntoViewIfNeeded();
    const box = (await axis.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const selection = page.locator('i[class$="_selected"]');
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", share = 0, down = 0) => {
      const touchPoints = type === "touchEnd" ? [] : [{ x: box.x + box.width * share, y: box.y + 40 + down }];
      return cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    };
    await touch("touchStart", 0.25);
    for (const down of [10, 20, 30]) await touch("touchMove", 0.25, -down);
    await touch("touchEnd");
    await expect(page.getByText(/ selected, /)).toHaveCount(0);
    await expect(selection).toHaveCount(0);
    await touch("touchStart", 0.25);
    await expect(selection).toBeAttached(); // once the finger has rested
    for (const share of [0.3, 0.4, 0.5]) await touch("touchMove", share);
    await touch("touchEnd");
    await expect(page.getByText(/^0[56]:\d\d–1[12]:\d\d selected, /)).toBeAttached();
    await expect(page.getByRole("menuitem", { name: "Leave out of figures …" })).toBeVisible();
  });
});
