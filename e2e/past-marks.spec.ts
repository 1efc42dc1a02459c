import { expectAccessible } from "./fixtures/accessible";
import { test as base, expect, type Place } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";

const test = base.extend<{ devices: Devices }>({
  devices: async ({ place, request }, use) => use(new Devices(place, request)),
});

async function kindsToday(place: Place): Promise<string[]> {
  const now = Date.now();
  const [from, to] = [now - 60 * 60_000, now + 60_000].map((at) => new Date(at).toISOString());
  const answer = await place.request.get(`/api/floors/${await place.floorId()}/past/events?from=${from}&to=${to}`);
  return ((await answer.json()) as { events: { kind: string }[] }).events.map(({ kind }) => kind);
}

test("an alert is marked on the line of the day, and said where one goes from event to event", async ({
  page,
  place,
  devices,
}) => {
  await devices.mapInstead("Attic", "attic");
  await devices.post("attic", "connectionStatus", { connection: "OFFLINE", available: [] });
  await expect.poll(() => kindsToday(place), { timeout: 20_000 }).toEqual(["alert"]);
  await devices.post("attic", "connectionStatus", { connection: "SDS", available: ["SDS"] });
  await expect.poll(() => kindsToday(place), { timeout: 20_000 }).toEqual(["alert", "alert-over"]);
  await place.open(page);
  // The line of the day grows every half minute.
  await expect(page.locator("[data-kind=alert]")).toHaveCount(1, { timeout: 40_000 });
  await expect(page.locator("[data-kind=alert-over]")).toHaveCount(1);
  const machine = page.getByRole("region", { name: "Time machine" });
  const said = machine.getByRole("status");
  await page.getByRole("button", { name: "Earlier event" }).focus();
  await page.keyboard.press("Enter");
  await expect(said).toHaveText(/^\d\d:\d\d over: Sensor offline: Attic$/);
  await expect(page).toHaveURL(/t=\d{4}/);
  await page.keyboard.press("Enter");
  await expect(said).toContainText(/\d\d:\d\d Sensor offline: Attic, (warning|critical|notice)/);
  await expectAccessible(page);
  await page.keyboard.press("l");
  await expect(said).toBeEmpty();
});
