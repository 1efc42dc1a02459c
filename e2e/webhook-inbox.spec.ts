import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { expect, expectNoReload, test } from "./fixtures/butlr";

const rows = (page: Page) => page.getByRole("button", { name: /^Open / });
const panel = (page: Page) => page.getByRole("region", { name: "Delivery", exact: true });

test("a broken event is kept with the path that failed, and can be replayed", async ({ page, place }) => {
  expect(await place.post({ room: "Fjord", people: 4, ago: 2 })).toBe("stored");
  const broken = { room: "Fjord", zone: "<b>Corner</b>", type: "ZONE_OCCUPANCY", people: "four", ago: 1 };
  expect(await place.post(broken)).toBe("quarantined");
  await page.goto("/admin/deliveries");
  await page.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "Quarantined" }).click();
  await page.getByLabel("Event type").fill("ZONE_OCCUPANCY");
  await page.getByLabel("Event type").press("Enter");
  await expect(page).toHaveURL(/outcome=quarantined&type=ZONE_OCCUPANCY/);
  await rows(page).first().click();
  await expect(panel(page).getByText("data: Invalid input: expected number, received string")).toBeVisible();
  await expect(panel(page).getByText('"zone_name": "<b>Corner</b>"')).toBeVisible();
  await expect(panel(page).getByText("Nothing: no reading came out of it.")).toBeVisible();
  await panel(page).getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("Replayed 1: 1 still quarantined.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page).not.toHaveURL(/delivery=/);
});

test("a stored event says what became of it, and replaying it changes nothing", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 4, ago: 2 });
  const { items } = (await (await page.request.get("/api/deliveries?outcome=stored")).json()) as {
    items: { id: string }[];
  };
  const bodies = await Promise.all(
    items.map(async ({ id }) => ({ id, text: await (await page.request.get(`/api/deliveries/${id}`)).text() })),
  );
  const id = bodies.find(({ text }) => text.includes(place.id))?.id;
  await page.goto(`/admin/deliveries?delivery=${id}`);
  await expect(panel(page).getByRole("row", { name: /Fjord people count 4 stored/ })).toBeVisible();
  await panel(page).getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("Replayed 1: 1 unchanged.")).toBeVisible();
});

test("what comes while the log is open is a number, and moves no row", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 1, ago: 9, type: `NEW_${place.id}` });
  await page.goto(`/admin/deliveries?type=NEW_${place.id.toUpperCase()}`);
  await expect(rows(page)).toHaveCount(1);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  for (const ago of [8, 7]) await place.post({ room: "Fjord", people: ago, ago, type: `NEW_${place.id}` });
  await expect(page.getByRole("button", { name: "2 new" })).toBeVisible({ timeout: 10_000 });
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "2 new" }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel("Select all that are shown").check();
  await page.getByRole("button", { name: "Replay selected 3" }).click();
  await expect(page.getByText("Replayed 3: 3 unhandled.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Unhandled in 24 h" })).toContainText(
    `NEW_${place.id.toUpperCase()} 3`,
  );
  await expectNoReload(page);
});

test("the floor says how old Butlr's last event is, and more by keyboard", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 4, ago: 2 });
  await place.open(page);
  const feed = page.getByRole("list", { name: "Feeds" }).getByRole("button", { name: /^Butlr \d+ s$/ });
  await expect(feed).toBeVisible();
  await feed.focus();
  await expect(page.getByRole("tooltip")).toContainText("Last event");
  await expect(page.getByRole("tooltip")).toContainText("Duplicates");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, viewport] of Object.entries({
    desktop: { width: 1440, height: 900 },
    phone: { width: 390, height: 844 },
  })) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });
      test("axe finds nothing serious in the inbox and the panel", async ({ page, place }) => {
        await place.post({ room: "Fjord", people: "four", ago: 1 });
        await place.post({ room: "Fjord", people: 4, ago: 1 });
        await page.goto("/admin/deliveries");
        const first = page.getByRole("button", { name: /ROOM_OCCUPANCY/ }).first();
        await expect(first).toBeVisible();
        await expectAccessible(page);
        await first.click();
        await expect(panel(page).getByText("What became of it")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}
