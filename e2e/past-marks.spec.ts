import { expectAccessible } from "./fixtures/accessible";
import { test as base, expect, type Place } from "./fixtures/butlr";
import { ZoomRooms } from "./fixtures/rooms";

const test = base.extend<{ rooms: ZoomRooms }>({
  rooms: async ({ place, request }, use) => use(new ZoomRooms(place, request)),
});

/** Of this room only: other journeys may make a vendor fall silent, which is marked on every floor that relies on it. */
async function kindsOf(place: Place, room: string): Promise<string[]> {
  const now = Date.now();
  const [from, to] = [now - 60 * 60_000, now + 60_000].map((at) => new Date(at).toISOString());
  const answer = await place.request.get(`/api/floors/${await place.floorId()}/past/events?from=${from}&to=${to}`);
  const { events } = (await answer.json()) as { events: { kind: string; spaceId: string | null }[] };
  const spaceId = await place.spaceId(room);
  return events.filter((event) => event.spaceId === spaceId).map(({ kind }) => kind);
}

test("an alert is marked on the line of the day, and said where one goes from event to event", async ({
  page,
  place,
  rooms,
}) => {
  await place.post({ room: "Attic", people: 0, ago: 15 });
  await rooms.map("Attic");
  await rooms.alert("Attic", 1, { secondsAgo: 240 });
  await expect.poll(() => kindsOf(place, "Attic"), { timeout: 20_000 }).toEqual(["alert"]);
  await rooms.alert("Attic", 2, { secondsAgo: 120 });
  await expect.poll(() => kindsOf(place, "Attic"), { timeout: 20_000 }).toEqual(["alert", "alert-over"]);
  await place.open(page);
  await expect(page.locator("[data-kind=alert][data-severity=warning]")).not.toHaveCount(0);
  await expect(page.locator("[data-kind=alert-over]")).not.toHaveCount(0);
  const said = page.getByRole("region", { name: "Time machine" }).getByRole("status");
  const backTo = (words: RegExp) =>
    expect(async () => {
      await page.keyboard.press("Enter");
      await expect(said).toHaveText(words, { timeout: 1_000 });
    }).toPass();
  await page.getByRole("button", { name: "Earlier event" }).focus();
  await backTo(/^\d\d:\d\d over: Camera disconnected: Attic$/);
  await expect(page).toHaveURL(/t=\d{4}/);
  await backTo(/^\d\d:\d\d Camera disconnected: Attic, warning$/);
  await expectAccessible(page);
  await page.keyboard.press("l");
  await expect(said).toBeEmpty();
});
