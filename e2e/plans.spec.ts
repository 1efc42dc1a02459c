import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";
import { publishPlan } from "./fixtures/plan";

const box = (x: number, y: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + 0.0001, y],
      [x + 0.0001, y + 0.0001],
      [x, y + 0.0001],
      [x, y],
    ],
  ],
});
const feature = (name: string, level: string, x: number) => ({
  type: "Feature",
  geometry: box(10 + x, 60),
  properties: { name, level, category: "room" },
});

test("floors with their plans; a copy, and its undo", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 0, ago: 6 });
  await place.post({ room: "Haven", people: 0, ago: 6 });
  await publishPlan(place, [{ name: "Fjord", x: 0.1, y: 0.1 }]);
  const loft = place.body({ room: "Loft", people: 0, ago: 6 });
  const upstairs = { floor_id: `space_up_${place.id}`, floor_name: `Upstairs ${place.id}` };
  await place.post({ ...loft, metadata: { ...loft.metadata, ...upstairs } });
  await page.goto("/admin/plans");
  const house = page.locator("section", { hasText: `House ${place.id}` });
  const row = house.getByRole("listitem").filter({ hasText: place.floorName });
  await expect(row).toContainText("Published");
  await expect(row).toContainText("1 of 2 spaces not on the plan");
  await expectAccessible(page);
  await row.getByRole("button", { name: /^Duplicate/ }).click();
  await page.getByRole("menuitem", { name: `Upstairs ${place.id}` }).click();
  const copy = house.getByRole("listitem").filter({ hasText: `Upstairs ${place.id}` });
  await expect(copy).toContainText("Draft saved");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(copy).not.toContainText("Draft saved");
});

test("a GeoJSON file becomes drafts: a known floor and a new one", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 0, ago: 6 });
  const features = [
    feature("Fjord", place.floorName, 0),
    feature("Vik", place.floorName, 0.0002),
    feature("Loft", "Attic", 0),
  ];
  await page.goto("/admin/plans");
  await page.getByRole("button", { name: "Import IMDF or GeoJSON" }).click();
  const dialog = page.getByRole("dialog", { name: "Import plans" });
  const file = {
    name: "house.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from(JSON.stringify({ type: "FeatureCollection", features })),
  };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await expect(dialog.getByText("house.geojson: 2 levels")).toBeVisible();
  const building = dialog.getByRole("combobox", { name: "Building" });
  await building.fill(`House ${place.id}`);
  await page.getByRole("option", { name: new RegExp(`House ${place.id}`) }).click();
  await expect(dialog.getByRole("combobox", { name: `Floor for ${place.floorName}` })).toHaveValue(place.floorName);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make 2 drafts" }).click();
  await expect(dialog.getByText("2 drafts are ready.")).toBeVisible();
  await expect(dialog.getByRole("listitem").filter({ hasText: place.floorName })).toContainText(
    "1 space found, 1 to be made",
  );
  await dialog.getByRole("link", { name: "Attic" }).click();
  await expect(page).toHaveURL(/\/admin\/plans\/\d+$/);
});
