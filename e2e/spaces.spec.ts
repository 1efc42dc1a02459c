import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

test("a building is built, changed, moved and archived with the keyboard alone", async ({ page }) => {
  test.slow(); // a long journey
  const id = randomUUID().slice(0, 6);
  const site = `Site ${id}`;
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name} (site|building|floor|room)`) });
  const keys = page.keyboard;
  const addInside = async (kind: string, names: string) => {
    await keys.press("n");
    const field = page.getByLabel(`Names of the ${kind}s`);
    await expect(field).toBeFocused();
    await keys.type(names);
    await keys.press("Enter");
    await expect(field).toBeHidden();
  };

  // more sites than fit on the screen stand before it, so that nothing is in sight by luck
  for (let n = 1; n <= 40; n++) {
    const other = await page.request.post("/api/spaces", {
      data: { kind: "site", parentId: null, name: `A ${id} ${n}` },
    });
    expect(other.ok()).toBe(true);
  }
  await page.goto("/admin/spaces");
  await page.getByRole("button", { name: "Add a site" }).focus();
  await keys.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await keys.type(site);
  await keys.press("Enter");
  await expect(row(site)).toBeFocused();

  await addInside("building", `House ${id}`);
  await expect(row(`House ${id}`)).toBeFocused();
  await addInside("floor", `Lower ${id}, Upper ${id}`);
  await expect(row(`Lower ${id}`)).toBeFocused();
  await addInside("room", `Fjord ${id}`);
  await expect(row(`Fjord ${id}`)).toBeFocused();
  await expectAccessible(page);

  // F2 renames in place, Escape does not
  await keys.press("F2");
  await keys.press("End");
  await keys.type(" B");
  await keys.press("Enter");
  await expect(row(`Fjord ${id} B`)).toBeFocused();

  // Enter leads to the details, a capacity is stored when Enter is pressed there
  await keys.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Capacity").focus();
  await keys.type("6");
  await keys.press("Enter");
  await expect(row(`Fjord ${id} B`)).toHaveAccessibleName(/6 seats/);

  // moved with the keyboard to the upper floor
  await row(`Fjord ${id} B`).focus();
  await keys.press("Control+Shift+D");
  await keys.press("Enter");
  await expect(page.getByText(`“Fjord ${id} B” moved to “Upper ${id}”.`)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Stands in" })).toHaveValue(`${site} / House ${id} / Upper ${id}`);
  await expect(row(`Fjord ${id} B`)).toBeFocused();

  // archived, and back again
  await row(`Fjord ${id} B`).focus();
  await keys.press("Delete");
  await expect(page.getByText("1 space archived.")).toBeVisible();
  await expect(row(`Fjord ${id} B`)).toHaveCount(0);
  await page.getByText("1 space archived.").locator("..").getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("1 space restored.")).toBeVisible();

  // a floor wants its name
  await row(`Upper ${id}`).focus();
  await keys.press("Delete");
  await expect(page.getByLabel(`Type Upper ${id} to archive it`)).toBeFocused();
  await expect(page.getByRole("button", { name: "Archive 2 spaces" })).toBeDisabled();
  await keys.type(`Upper ${id}`);
  await keys.press("Enter");
  await expect(page.getByText("2 spaces archived.")).toBeVisible();
  await page.getByText("Archived", { exact: true }).click();
  await page.getByRole("button", { name: `Restore Upper ${id}` }).press("Enter");
  await expect(page.getByText("2 spaces restored.")).toBeVisible();
  await expectAccessible(page);
});

test("desks by a pattern appear on the live floor without a reload, and leave it when archived", async ({
  page,
  place,
}) => {
  await place.post({ room: "Fjord", people: 2 });
  await place.open(page);
  const floorId = await place.floorId();
  const made = await page.request.post("/api/spaces/bulk", {
    data: { kind: "desk", parentId: floorId, names: "Desk 1–3" },
  });
  expect(made.status()).toBe(200);
  const { ids } = (await made.json()) as { ids: string[] };
  await expect(page.locator(`[data-space="${ids[2]}"]`)).toBeVisible();
  expect((await page.request.delete(`/api/spaces/${ids[2]}`)).status()).toBe(200);
  await expect(page.locator(`[data-space="${ids[2]}"]`)).toHaveCount(0);
});
