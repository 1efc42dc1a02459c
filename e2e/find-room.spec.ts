import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";
import { publishPlan, shapeOn } from "./fixtures/plan";

test("a room that is free, large enough and has what is asked for", async ({ page, place }) => {
  for (const [room, people] of [
    ["Small", 0],
    ["Large", 0],
    ["Taken", 4],
    ["Equipped", 0],
  ] as const) {
    await place.post({ room, people, ago: 1 });
  }
  await place.change("Small", { capacity: 2 });
  await place.change("Large", { capacity: 12 });
  await place.change("Taken", { capacity: 12 });
  await place.change("Equipped", { capacity: 8, tags: ["screen"] });
  await publishPlan(
    place,
    ["Small", "Large", "Taken", "Equipped"].map((name, i) => ({ name, x: 0.02 + 0.24 * i, y: 0.1, width: 0.22 })),
  );
  await place.open(page);
  await page.getByRole("button", { name: "Find a room" }).click();
  const finder = page.getByRole("region", { name: "Find a room" });
  await expect(finder.getByText("3 rooms are free now")).toBeVisible();
  await finder.getByRole("textbox", { name: "For how many people" }).fill("6");
  await expect(finder.getByRole("listitem")).toHaveText([/Equipped.*8 seats/, /Large.*12 seats/]); // the smallest that fits first
  await expect(shapeOn(page, "Small")).toHaveAttribute("data-dimmed", "true");
  await expect(shapeOn(page, "Taken")).toHaveAttribute("data-dimmed", "true");
  await finder.getByText("screen").click();
  await expect(finder.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  await finder.getByRole("button", { name: /Equipped/ }).click();
  await expect(page.getByRole("region", { name: "Equipped" })).toBeVisible();
});

test("none here: the other floors that have one", async ({ page, place, request }) => {
  await place.post({ room: "Small", people: 0, ago: 1 });
  const heads = (await (await request.get("/api/floors")).json()) as {
    items: { name: string; building: { id: string } }[];
  };
  const building = heads.items.find(({ name }) => name === place.floorName)?.building.id;
  const body = place.body({ room: "Hall", people: 0, ago: 1 });
  Object.assign(body.metadata, {
    floor_id: `space_${place.id}_2`,
    floor_name: `Upper ${place.id}`,
    room_id: `hall_${place.id}`,
  });
  expect(await place.post(body)).toBe("stored");
  const spaces = (await (await request.get(`/api/spaces?kind=room&limit=500`)).json()) as {
    items: { id: string; name: string; floorId: string }[];
  };
  const after = (await (await request.get("/api/floors")).json()) as { items: { id: string; name: string }[] };
  const upper = after.items.find(({ name }) => name === `Upper ${place.id}`);
  const hall = spaces.items.find(({ name, floorId }) => name === "Hall" && floorId === upper?.id);
  expect([building, hall]).not.toContain(undefined);
  await request.patch(`/api/spaces/${hall?.id}`, { data: { capacity: 20 } });
  await place.open(page, "?find=true&seats=10");
  await expect(page.getByText(`No free room for 10 on ${place.floorName}.`)).toBeVisible();
  await page.getByRole("link", { name: `Upper ${place.id} has one` }).click();
  await expect(page.getByRole("region", { name: "Find a room" }).getByRole("listitem")).toHaveText(/Hall.*20 seats/);
});
