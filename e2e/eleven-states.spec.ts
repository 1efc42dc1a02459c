import sharp from "sharp";
import { Bookings } from "./fixtures/bookings";
import { test as base, card, expect } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";

const test = base.extend<{ devices: Devices; bookings: Bookings }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
  bookings: async ({ place, request }, use) => use(new Bookings(place, request)),
});

/** Name of the room → what a screen reader says after it. */
const SAYS: Readonly<Record<string, RegExp>> = {
  Free: /^Free, free, since/,
  Booked: /^Booked, booked \d\d:\d\d, until/,
  Used: /^Used, in use, 3 of 8, since/,
  Away: /^Away, away/,
  Ghost: /^Ghost, no show/,
  Over: /^Over, over capacity, 5 of 2/,
  Stale: /^Stale, stale, last count 2, 38 min ago/,
  Offline: /^Offline, offline, since/,
  Waiting: /^Waiting, waiting/,
  Unmonitored: /^Unmonitored, not monitored, no sensor mapped/,
  Works: /^Works, closed, until/,
};

test("each of the eleven states, by signed webhooks and time, in words, icon and colour, and in grey", async ({
  page,
  place,
  devices,
  bookings,
  request,
}) => {
  test.slow();
  await place.post({ room: "Free", people: 0 });
  await place.post({ room: "Used", people: 3 });
  await place.post({ room: "Over", people: 5 });
  await place.post({ room: "Stale", people: 2, ago: 38 });
  await place.post({ room: "Works", people: 1 });
  for (const room of ["Booked", "Ghost"]) {
    await place.post({ room, people: 0, ago: 40 });
    await place.post({ room, people: 0 });
    await bookings.map(room);
  }
  await bookings.book("Booked", 5, 65);
  await bookings.book("Ghost", -15, 45);
  await place.change("Used", { capacity: 8 });
  await place.change("Over", { capacity: 2 });
  await devices.mapInstead("Offline", "lost");
  await devices.post("lost", "motion", { state: "MOTION_DETECTED" });
  await devices.post("lost", "connectionStatus", { connection: "OFFLINE", available: [] });
  await devices.mapInstead("Waiting", "new");
  await devices.mapInstead("Away", "pir");
  const type = await request.post("/api/space-types", { data: { name: `Holds ${place.id}`, holdMinutes: 60 } });
  const { id: typeId } = (await type.json()) as { id: string };
  await place.change("Away", { typeId });
  await devices.post("pir", "motion", { state: "MOTION_DETECTED" });
  await devices.post("pir", "motion", { state: "NO_MOTION_DETECTED" });
  const floorId = await place.floorId();
  await request.post("/api/spaces", { data: { kind: "room", parentId: floorId, name: "Unmonitored" } });

  await place.open(page);
  const endsAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
  const closed = await request.post("/api/maintenance", {
    data: { spaceId: await place.spaceId("Works"), name: "HVAC works", endsAt },
  });
  expect(closed.status()).toBe(200);
  for (const [room, says] of Object.entries(SAYS)) await expect(card(page, room)).toHaveAccessibleName(says);

  // The mark of a card is the state without words around it.
  const grey = new Map<string, Buffer>();
  for (const room of Object.keys(SAYS)) {
    const mark = card(page, room).locator('svg[viewBox="0 0 28 20"]');
    await expect(mark).toBeVisible();
    const picture = await mark.screenshot({ animations: "disabled" });
    grey.set(room, await sharp(picture).greyscale().resize(24, 24, { fit: "fill" }).raw().toBuffer());
  }
  const rooms = [...grey.keys()];
  const alike = rooms.flatMap((one, index) =>
    rooms.slice(index + 1).flatMap((other) => {
      const difference = meanDifference(grey.get(one), grey.get(other));
      return difference < 6 ? [`${one} and ${other}: ${difference.toFixed(1)}`] : [];
    }),
  );
  expect(alike).toEqual([]);
});

/** Mean difference of two grey pictures of one size, 0–255. */
function meanDifference(one: Buffer | undefined, other: Buffer | undefined): number {
  if (!one || !other || one.length !== other.length) throw new Error("Two pictures of one size are compared");
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

test("the past of a floor: a link shows the moment, nothing live leaks in, one key leads back", async ({
  page,
  place,
}) => {
  await place.post({ room: "Fjord", people: 4, ago: 30 });
  await place.post({ room: "Fjord", people: 0, ago: 20 });
  await place.post({ room: "Fjord", people: 2 });
  const then = new Date(Date.now() - 25 * 60_000).toISOString();
  await page.goto(`/floors/${await place.floorId()}?t=${then}`);
  await expect(page.getByTestId("feed-status")).toContainText("not live");
  await expect(page.getByRole("region", { name: "Looking back" })).toContainText("You are looking at");
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, in use, 4 people/);
  await place.post(place.body({ room: "Fjord", people: 7 }));
  await card(page, "Fjord").click();
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText("4 people");
  await expect(panel.getByRole("button", { name: /Close for maintenance/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect(page.getByTestId("feed-status")).toContainText("Live");
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, in use, 7 people/);
  await expect(page).not.toHaveURL(/[?&]t=/);
});

test("a space is closed from its panel, and reopened with one click", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 2 });
  await place.open(page);
  await card(page, "Fjord").click();
  await page.getByRole("button", { name: "Close for maintenance …" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("Carpet");
  await page.getByRole("button", { name: "Close Fjord" }).click();
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, closed/);
  await expect(page.getByRole("region", { name: "Maintenance" })).toContainText("Carpet");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "Fjord")).toHaveAccessibleName(/^Fjord, in use/);
});

test("why: a late event is told as older than current", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 3 });
  await place.post({ room: "Fjord", people: 9, ago: 4 });
  await place.open(page);
  await card(page, "Fjord").click();
  await page.getByRole("button", { name: /^Why “In use”\?/ }).click();
  const readings = page.getByRole("table", { name: "Readings" });
  await expect(readings).toContainText("older than current");
  await expect(readings.getByRole("row")).toHaveCount(2);
});
