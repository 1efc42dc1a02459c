import { expectAccessible } from "./fixtures/accessible";
import { expect, expectNoReload, test } from "./fixtures/butlr";
import { Devices } from "./fixtures/devices";
import { planOn, publishPlan, shapeOn } from "./fixtures/plan";

const FJORD = { name: "Fjord", x: 0.05, y: 0.05 };
const HAVEN = { name: "Haven", x: 0.4, y: 0.05 };
const CABIN = { name: "Cabin", x: 0.4, y: 0.55 };

const co2 = (ppm: number) => ({ ppm, updateTime: new Date().toISOString() });

test("every view is told by plan, cards and table alike, and the address says which", async ({
  page,
  place,
  request,
}) => {
  const devices = new Devices(place, request);
  await devices.mapInstead("Fjord", "air");
  await place.post({ room: "Haven", people: 3, ago: 1 });
  await publishPlan(place, [FJORD, HAVEN]);
  await place.open(page);
  await page.getByRole("button", { name: "CO₂", exact: true }).click();
  await expect(page).toHaveURL(/show=co2/);
  await expect(shapeOn(page, "Haven")).toHaveAttribute("data-state", "none");
  await expect(page.getByRole("button", { name: /^No CO₂ sensor/ })).toBeVisible();
  await devices.post("air", "co2", co2(1384));
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "4");
  await expect(planOn(page).getByText("1384")).toBeVisible();
  await page.getByRole("button", { name: "Table" }).click();
  await expect(page.getByRole("cell", { name: "1384" })).toBeVisible();
  await page.getByRole("button", { name: "Cards" }).click();
  await expect(page.getByRole("button", { name: /^Fjord, 1384.*Act/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Fjord, 1384.*Act/ })).toBeVisible();
});

test("a threshold recolours only rooms without their own, live", async ({ page, place, request }) => {
  const devices = new Devices(place, request);
  await devices.mapInstead("Fjord", "air1");
  await devices.mapInstead("Haven", "air2");
  await devices.post("air1", "co2", co2(1000));
  await devices.post("air2", "co2", co2(1000));
  await publishPlan(place, [FJORD, HAVEN]);
  const set = async (spaceId: string, limits: number[] | null) => {
    const answer = await request.put(`/api/spaces/${spaceId}/thresholds`, { data: { metric: "co2", limits } });
    expect(answer.status()).toBe(200);
  };
  await set(await place.spaceId("Haven"), [600, 900, 1200, 1600]);
  await place.open(page, "?show=co2");
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "3");
  await set(await place.floorId(), [400, 500, 700, 900]);
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "5");
  await expect(shapeOn(page, "Haven")).toHaveAttribute("data-state", "3");
  await set(await place.floorId(), null);
  await expect(shapeOn(page, "Fjord")).toHaveAttribute("data-state", "3");
  await expectNoReload(page);
});

test("the legend counts, and one click keeps only that line", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 0, ago: 1 });
  await place.post({ room: "Haven", people: 3, ago: 1 });
  await publishPlan(place, [FJORD, HAVEN]);
  await place.open(page);
  const legend = page.getByRole("toolbar", { name: "Show one state only" });
  await legend.getByRole("button", { name: "Free 1" }).click();
  await expect(page).toHaveURL(/state=free/);
  await expect(shapeOn(page, "Haven")).toHaveAttribute("data-dimmed", "true");
  await expect(shapeOn(page, "Fjord")).not.toHaveAttribute("data-dimmed", "true");
  await page.keyboard.press("Escape");
  await expect(shapeOn(page, "Haven")).not.toHaveAttribute("data-dimmed", "true");
});

test("the table sorts, narrows with the filter, and is saved as it is shown", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await place.post({ room: "Haven", people: 7, ago: 1 });
  await place.post({ room: "=Cabin", people: 0, ago: 1 });
  await place.open(page, "?view=table");
  const names = page.getByRole("row").locator("[data-space]");
  await page.getByRole("button", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: "People", exact: true }).click();
  await expect(names).toHaveText(["Haven", "Fjord", "=Cabin"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString("utf8").split("\r\n");
  expect(lines[1]).toContain('"Haven"');
  expect(lines[3]).toContain(`"'=Cabin"`); // a name is no formula
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("textbox", { name: "Seats, at least" }).fill("5");
  await expect(names).toHaveCount(0); // nobody said how many fit in there
});

test("views, table and limits are accessible, in light and dark", async ({ page, place }) => {
  test.slow(); // axe looks at twelve pages
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await place.post({ room: "Haven", people: 0, ago: 1 });
  await publishPlan(place, [FJORD, HAVEN]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const search of ["?show=co2", "?show=devices", "?show=bookings&view=cards", "?view=table", "?find=true"]) {
      await place.open(page, search);
      await expectAccessible(page);
    }
    await page.goto("/admin/thresholds?place=everywhere");
    await expect(page.getByRole("region", { name: "Everywhere" })).toBeVisible();
    await expectAccessible(page);
  }
});

test("on a phone the legend lies in a sheet, and the plan keeps to its height", async ({ page, place }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await place.post({ room: "Cabin", people: 0, ago: 1 });
  await publishPlan(place, [FJORD, CABIN]);
  await place.open(page);
  await page.getByRole("button", { name: "Legend" }).click();
  const sheet = page.getByRole("dialog", { name: "Legend" });
  await sheet.getByRole("button", { name: "Free 1" }).click();
  await expect(sheet.getByRole("button", { name: "Free 1" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
});
