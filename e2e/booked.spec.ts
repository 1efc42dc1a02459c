import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { Bookings } from "./fixtures/bookings";
import { test as base, expect, type Place } from "./fixtures/butlr";

const test = base.extend<{ bookings: Bookings }>({
  bookings: async ({ place, request }, use) => use(new Bookings(place, request)),
});

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Yesterday in UTC, which is the clock of a site that has none. */
const MIDNIGHT = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
const DATE = new Date(MIDNIGHT).toISOString().slice(0, 10);
const clock = (hour: number, minute = 0) => MIDNIGHT + (hour * 60 + minute) * MINUTE_MS;

// The rooms of other tests are worked out by the same job.
test.describe.configure({ timeout: 180_000 });

/** A count every ten minutes from one hour to another: that is as long as a Butlr minute is believed. */
async function counted(place: Place, room: string, [from, to]: [number, number], people: number) {
  for (let at = clock(from); at < clock(to); at += 10 * MINUTE_MS)
    await place.post({ ...place.body({ room, people }), timestamp: at });
}

/**
 * Alder: 3 people from 9 to 10, nobody until 12, then silence. Booked 9–10, 10–11 (nobody came) and 11:30–12:30.
 * Birch: nobody from 9 to 12. Booked 9–10, checked in to and out of at 9:30. Cedar cannot be booked.
 */
async function threeRooms(place: Place, bookings: Bookings): Promise<string> {
  await counted(place, "Alder", [9, 10], 3);
  await counted(place, "Alder", [10, 12], 0);
  await counted(place, "Birch", [9, 12], 0);
  await counted(place, "Cedar", [9, 10], 1);
  for (const room of ["Alder", "Birch"]) await bookings.map(room);
  await bookings.bookAt("Alder", clock(9), clock(10), "hana");
  await bookings.bookAt("Alder", clock(10), clock(11), "hana");
  await bookings.bookAt("Alder", clock(11, 30), clock(12, 30), "ivo");
  const birch = await bookings.bookAt("Birch", clock(9), clock(10), "jo");
  await birch("checked_in", clock(9, 5));
  await birch("checked_out", clock(9, 30));
  return `within=${await place.floorId()}&from=${DATE}&to=${DATE}&hours=all`;
}

/** Late readings are worked out again within a minute, and the answer says so until they are. */
async function settled(query: string, request: APIRequestContext) {
  const pending = async () => (await (await request.get(`/api/history/bookings?${query}`)).json()).pendingHours;
  await expect.poll(pending, { timeout: 120_000 }).toBe(0);
  return (await request.get(`/api/history/bookings?${query}`)).json();
}

const open = async (page: Page, query: string) => {
  await page.goto(`/history/bookings?${query}&period=custom`);
  await expect(page.getByRole("list", { name: "Figures" })).toBeVisible();
};
const tile = (page: Page, name: string) =>
  page
    .getByRole("list", { name: "Figures" })
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${name}`) });

async function saved(page: Page, button: string): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const lines = text.replace("\ufeff", "").trim().split("\r\n");
  return lines.map((line) => line.split(","));
}

test("booked and used: the same on screen, in the API and in the files", async ({ page, place, bookings, request }) => {
  const query = await threeRooms(place, bookings);
  const answer = await settled(query, request);
  expect(answer.group).toMatchObject({
    ...{ bookedUsed: 60, bookedEmpty: 120, openUsed: 0, openEmpty: 180, bookedUnseen: 30, ghost: 60, recovered: 30 },
    ...{ bookings: 4, checkedIn: 1, cameAnyway: 1, noShows: 1, unknown: 1 },
  });
  expect(answer).toMatchObject({ spaces: 2, notBookable: 1, organisers: { recurring: 0, noShows: 0, of: 1 } });

  await open(page, query);
  await expect(tile(page, "No-shows")).toContainText(/1\s*of 3 bookings/);
  await expect(tile(page, "Lost to no-shows")).toContainText("1 h");
  await expect(tile(page, "Booked time used")).toContainText("33 %");
  await expect(tile(page, "Given back")).toContainText("30 min");
  const quarters = page.getByRole("table", { name: "Booked and used", exact: true });
  await expect(quarters.getByRole("row").nth(1)).toContainText(/^Booked.*1 h.*17\s%.*2 h.*33\s%.*1 h of it no-shows$/);
  await expect(quarters.getByRole("row").nth(2)).toContainText(/^Not booked.*0 min.*0\s%.*3 h.*50\s%$/);
  await expect(page.getByText(/not seen by any healthy sensor, 30 min of it booked/)).toBeVisible();
  await expect(page.getByText("1 without bookings left out")).toBeVisible();

  const noShows = page.getByRole("table", { name: "No-shows", exact: true }).getByRole("row");
  await expect(noShows).toHaveCount(2);
  await expect(noShows.nth(1)).toContainText(/10:00–11:00.*Alder.*1 h.*kept to its end$/);
  await expect(page.locator("body")).not.toContainText(/hana|Standup/);
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(MIDNIGHT);
  await expect(page.getByRole("img", { name: new RegExp(`^${weekday} 10:00: 100 %, coverage 100`) })).toBeVisible();

  const spaces = await saved(page, "Save the spaces as CSV");
  const cell = (room: string, head: string) =>
    spaces.find((cells) => cells[1] === room)?.[spaces[0]?.indexOf(head) ?? -1];
  expect(spaces.slice(1).map((cells) => cells[1])).toEqual(["Alder", "Birch"]);
  expect([cell("Alder", "No-shows"), cell("Alder", "Lost to no-shows (min)"), cell("Alder", "Ranked")]).toEqual([
    ...["1", "60", "yes"],
  ]);
  const csv = await request.get(`/api/history/bookings?${query}`, { headers: { accept: "text/csv" } });
  expect(await csv.text()).toContain(",All together,,,4,1,1,1,1,0,0,0,60,120,0,180,30,");

  await page.getByRole("link", { name: "Use", exact: true }).click();
  await expect(page).toHaveURL(/\/history\?.*within=/);
  await expect(tile(page, "No-shows")).toContainText(/1\s*of 3 bookings/);
});

test("what cannot be booked says so", async ({ page, place }) => {
  await place.post({ room: "Dune", people: 1 });
  await page.goto(`/history/bookings?within=${await place.floorId()}`);
  await expect(page.getByText("Nothing says who booked this space.")).toBeVisible();
  await page.getByRole("button", { name: "Look at desks" }).click();
  await expect(page).toHaveURL(/kind=desk/);
  await expect(page.getByText("No space matches. Choose another place, kind or type.")).toBeVisible();
});

const COMES_AT = Date.now() + 20 * MINUTE_MS;

/** One visitor's word at the reception of the place. */
const visit = (bookings: Bookings, event: string, name: string) =>
  bookings.post(`visitor_management.${event}`, {
    ...(event === "invitation_created" ? { invitation_id: `inv-${name}-${bookings.place.id}` } : {}),
    ...{ visitor_email: `${name}.${bookings.place.id}@guest.example`, visitor_name: `Guest ${name}` },
    ...{ start_time: COMES_AT, end_time: COMES_AT + 30 * MINUTE_MS },
    ...{ invite_location_id: `loc-${bookings.place.id}`, host_id: "host", host_name: "Hana Holm" },
  });

/** The place's site with its reception, where nobody is announced yet. */
async function reception(place: Place, bookings: Bookings, request: APIRequestContext): Promise<string> {
  await place.post({ room: "Hall", people: 0 });
  const { items } = (await (await request.get("/api/floors")).json()) as {
    items: { name: string; site: { id: string } }[];
  };
  const site = items.find(({ name }) => name === place.floorName)?.site.id ?? "";
  const location = { id: `loc-${place.id}`, name: `Reception ${place.id}`, type: "campus" };
  await bookings.post("zoomroom.location_created", location);
  await bookings.assign(`loc-${place.id}`, site);
  return site;
}

test("a visitor is expected, in the building and gone from the list, while the page stays open", async ({
  page,
  place,
  bookings,
  request,
}) => {
  const site = await reception(place, bookings, request);
  await page.goto(`/visitors?site=${site}`);
  const count = (name: string) =>
    page.getByRole("list", { name: "Visitors" }).getByRole("listitem").filter({ hasText: name }).locator("p").first();
  await expect(count("Expected")).toHaveText("0");
  await expect(page.getByText("No visitor is known of this day.")).toBeVisible();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  await visit(bookings, "invitation_created", "ada");
  await expect(count("Expected")).toHaveText("1", { timeout: 3_000 });
  await visit(bookings, "invitation_created", "bo");
  await expect(count("Expected")).toHaveText("2", { timeout: 3_000 });
  await visit(bookings, "checked_in", "ada");
  await expect(count("In the building")).toHaveText("1", { timeout: 3_000 });
  await visit(bookings, "invitation_deleted", "bo");
  await expect(count("Expected")).toHaveText("0", { timeout: 3_000 });
  const rows = page.getByRole("table", { name: "Visits" }).getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(page.locator("body")).not.toContainText(/Guest|Hana/);

  await page.getByRole("switch", { name: "Names" }).click();
  await expect(rows.nth(1)).toContainText(/^Guest adaHana HolmIn the building/);
  await visit(bookings, "checked_out", "ada");
  await expect(rows.nth(1)).toContainText("Checked out", { timeout: 3_000 });
  expect(await page.evaluate(() => "notReloaded" in window)).toBe(true);
  await page.goto("/admin/audit");
  await expect(page.getByText("looked at the names of visitors of").first()).toBeVisible();
});

for (const [name, viewport] of [
  ["desktop", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing serious, ${name}, ${colorScheme}`, async ({ page, place, bookings, request }) => {
      const query = await threeRooms(place, bookings);
      const site = await reception(place, bookings, request);
      await visit(bookings, "invitation_created", "ada");
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const fits = async () => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(viewport.width);
      };
      await open(page, query);
      await expect(page.getByRole("table", { name: "Spaces" })).toBeVisible();
      await expectAccessible(page);
      await fits();
      await page.goto(`/visitors?site=${site}`);
      await expect(page.getByRole("table", { name: "Visits" })).toBeVisible();
      await expectAccessible(page);
      await fits();
    });
  }
}
