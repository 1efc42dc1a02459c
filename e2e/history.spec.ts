import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Yesterday in UTC, which is the clock of a site that has none. */
const MIDNIGHT = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
const DATE = new Date(MIDNIGHT).toISOString().slice(0, 10);
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A count every ten minutes from one hour to another: that is as long as a Butlr minute is believed. */
async function counted(place: Place, room: string, [from, to]: [number, number], people: number) {
  for (let minute = from * 60; minute < to * 60; minute += 10) await said(place, room, minute, people);
}

const said = (place: Place, room: string, minute: number, people: number) =>
  place.post({ ...place.body({ room, people }), timestamp: MIDNIGHT + minute * MINUTE_MS });

// The rooms of other tests are worked out by the same job.
test.describe.configure({ timeout: 180_000 });

interface Setting {
  readonly floorId: string;
  readonly query: string;
}

/**
 * Two rooms, four working hours. Alder (10 seats): 4 people, nobody, 8 people (first said to be 9), then silence.
 * Birch (4 seats): nobody, 2 people, nobody for two hours.
 */
async function twoRooms(place: Place, request: APIRequestContext): Promise<Setting> {
  await counted(place, "Alder", [9, 10], 4);
  await counted(place, "Alder", [10, 11], 0);
  await said(place, "Alder", 11 * 60, 9);
  await counted(place, "Alder", [11, 12], 8);
  await counted(place, "Birch", [9, 10], 0);
  await counted(place, "Birch", [10, 11], 2);
  await counted(place, "Birch", [11, 13], 0);
  await place.change("Alder", { capacity: 10 });
  await place.change("Birch", { capacity: 4 });
  const floorId = await place.floorId();
  const floors = (await (await request.get("/api/floors")).json()) as { items: { id: string; site: { id: string } }[] };
  const siteId = floors.items.find(({ id }) => id === floorId)?.site.id;
  const workingHours = Object.fromEntries(WEEKDAYS.map((day) => [day, [["09:00", "13:00"]]]));
  expect((await request.patch(`/api/spaces/${siteId}`, { data: { workingHours } })).status()).toBe(200);
  return { floorId, query: `within=${floorId}&from=${DATE}&to=${DATE}` };
}

/** Late readings and new hours are worked out again within a minute, and the answer says so until they are. */
async function settled(setting: Promise<Setting>, request: APIRequestContext): Promise<Setting> {
  const { query } = await setting;
  const pending = async () => (await (await request.get(`/api/history/figures?${query}`)).json()).pendingHours;
  await expect.poll(pending, { timeout: 120_000 }).toBe(0);
  return setting;
}

const open = async (page: Page, { query }: Setting, more = "") => {
  await page.goto(`/history?${query}&period=custom${more}`);
  await expect(page.getByRole("list", { name: "Figures" })).toBeVisible();
};

const tile = (page: Page, name: string) =>
  page.getByRole("list", { name: "Figures" }).getByRole("listitem").filter({ hasText: name });

/** What a button saves, as rows of cells. */
async function saved(page: Page, button: string): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  return text
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}

test("hand-computed figures are the same on screen, in the API and in the file", async ({ page, place, request }) => {
  const setting = await settled(twoRooms(place, request), request);
  const answer = await (await request.get(`/api/history/figures?${setting.query}`)).json();
  const alder = answer.items.find(({ name }: { name: string }) => name === "Alder");
  const birch = answer.items.find(({ name }: { name: string }) => name === "Birch");
  expect(alder.coverage).toBeCloseTo(0.75, 5);
  expect(birch.coverage).toBeCloseTo(1, 5);
  expect(alder.figures.timeUsedPercent.value).toBeCloseTo(200 / 3, 1);
  expect(alder.figures.averageWhenUsed.value).toBeCloseTo(6, 5);
  expect(alder.figures.sessions.value).toBe(2);
  expect(alder.figures.dwellMean.value).toBeCloseTo(60, 5);
  expect(birch.figures.timeUsedPercent.value).toBeCloseTo(25, 5);
  // Alder is fullest at 11, Birch at 10: never 10 at once.
  expect([alder, birch].map((room) => room.figures.peak.value)).toEqual([8, 2]);
  expect(answer.group.figures.peak.value).toBe(8);
  expect(answer.group.figures.timeUsedPercent.value).toBeCloseTo((100 * 3) / 7, 1);

  await open(page, setting, "&sort=timeUsedPercent&up=true");
  await expect(tile(page, "Peak")).toContainText("8 people");
  await expect(tile(page, "Time used")).toContainText("43 %");
  await expect(tile(page, "Time used")).toContainText("coverage 87");
  await expect(tile(page, "Average when used")).toContainText("4.7");
  const rows = page.getByRole("table", { name: "Spaces" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/^Birch.*25\s%/);
  // A quarter of its time nobody knows: it is left out of the ranking.
  await expect(rows.nth(2)).toContainText(/^Alder.*67\s%.*75\s% · not ranked$/);

  const table = await saved(page, "Save the spaces as CSV");
  const cell = (room: string, head: string) =>
    table.find((cells) => cells[1] === room)?.[table[0]?.findIndex((name) => name.startsWith(head)) ?? -1];
  expect(["Birch", "Alder"]).toEqual(table.slice(1).map((cells) => cells[1]));
  expect(Number(cell("Alder", "Time used"))).toBeCloseTo(200 / 3, 1);
  expect([cell("Alder", "Peak"), cell("Alder", "Average when used"), cell("Alder", "Coverage")]).toEqual([
    "8",
    "6",
    "75",
  ]);
  expect(cell("Alder", "Ranked")).toBe("no");

  const csv = await request.get(`/api/history/figures?${setting.query}`, { headers: { accept: "text/csv" } });
  const line = (await csv.text()).split("\r\n").find((one) => one.includes(",Alder,"));
  expect(line).toContain(String(alder.figures.timeUsedPercent.value));
});

test("a cell of the heatmap opens the days behind it, and the address keeps it", async ({ page, place, request }) => {
  const setting = await settled(twoRooms(place, request), request);
  await open(page, setting);
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(MIDNIGHT);
  const eleven = page.getByRole("button", { name: new RegExp(`^${weekday} 11:00: 50 %`) });
  await eleven.click();
  await expect(page).toHaveURL(/cell=\d-11/);
  const days = page.getByRole("region", { name: `${weekday}, 11:00–12:00` });
  await expect(days.getByRole("row")).toHaveCount(2);
  await expect(days.getByRole("row").nth(1)).toContainText(/50\s%100\s%/);
  await page.reload();
  await expect(days).toBeVisible();
  // Nobody spoke for Alder after twelve: half of what should be known.
  await expect(page.getByRole("button", { name: new RegExp(`^${weekday} 12:00: 0 %, coverage 50`) })).toBeVisible();
  const rows = await saved(page, "Save the heatmap as CSV");
  expect(rows.slice(1).map(([day, hour, value]) => [day, hour, value])).toEqual([
    [weekday, "09:00", "50"],
    [weekday, "10:00", "50"],
    [weekday, "11:00", "50"],
    [weekday, "12:00", "0"],
  ]);
});

test("one space, compared with another, and a day of it on one time axis", async ({ page, place, request }) => {
  const setting = await settled(twoRooms(place, request), request);
  await open(page, setting);
  await page.getByRole("button", { name: "Alder", exact: true }).click();
  await expect(page).toHaveURL(/spaces=\d+/);
  await expect(tile(page, "Sessions")).toContainText("2 sessions");
  await expect(tile(page, "Usual stay")).toContainText("1 h");
  await expect(tile(page, "Smallest surplus")).toContainText("2 people");
  await page.getByRole("button", { name: "Compare: none" }).click();
  await page.getByRole("menuitemradio", { name: "Birch" }).click();
  await expect(page.getByRole("table", { name: "Spaces" }).getByRole("row")).toHaveCount(3);

  await page.goto(`/spaces/${await place.spaceId("Alder")}`);
  await page.getByRole("button", { name: "Previous day" }).click();
  const axis = page.getByRole("slider");
  await expect(axis).toHaveAccessibleName(/in use for 2 h\..*Most people: 8 at 11:00\. 1 value restated\./);
  await axis.focus();
  await page.keyboard.press("Home");
  await expect(axis).toHaveAttribute("aria-valuetext", /^08:00/);
  await page.getByRole("button", { name: "Show as table" }).click();
  const table = page.getByRole("table", { name: "The day as a table" });
  await expect(table.getByRole("row").filter({ hasText: "9 → 8, corrected" })).toHaveCount(1);
});

test("days without a reading say so, and what does not exist is not found", async ({ page, place, request }) => {
  const { floorId } = await settled(twoRooms(place, request), request);
  await page.goto(`/history?within=${floorId}&period=custom&from=2020-01-06&to=2020-01-07`);
  await expect(page.getByText(/^No readings in this period/)).toBeVisible();
  const missing = await page.goto("/spaces/99999999");
  expect(missing?.status()).toBe(404);
});

for (const [name, viewport] of [
  ["desktop", { width: 1440, height: 900 }],
  ["tablet", { width: 820, height: 1180 }],
  ["phone", { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing serious, ${name}, ${colorScheme}`, async ({ page, place, request }) => {
      const setting = await twoRooms(place, request);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await open(page, setting);
      await expect(page.getByRole("table", { name: "Spaces" })).toBeVisible();
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await page.goto(`/spaces/${await place.spaceId("Alder")}`);
      await page.getByRole("button", { name: "Previous day" }).click();
      await expect(page.getByRole("slider")).toBeVisible();
      await expectAccessible(page);
    });
  }
}
