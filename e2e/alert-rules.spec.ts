import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

test("a rule is tried on what is stored, made, switched off, and removed with a way back", async ({ page }) => {
  const name = `Stuffy ${randomUUID().slice(0, 8)}`;
  await page.goto("/admin/alert-rules");
  await expect(page.getByRole("region", { name: "Came with the product" })).toContainText("Cloud Connector offline");
  await page.getByRole("button", { name: "New rule" }).click();
  const panel = page.getByRole("region", { name: "New rule" });
  await panel.getByLabel("Name").fill(name);
  await panel.getByLabel("Clears at").fill("1300");
  await panel.getByRole("button", { name: "Make the rule" }).click();
  await expect(panel.getByText(/must be on the other side/)).toBeVisible();
  await panel.getByLabel("Clears at").fill("900");
  await expect(panel.getByRole("region", { name: "Preview" })).toContainText(/last 14 days/);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Make the rule" }).click();
  const own = page.getByRole("region", { name: "Your own" });
  const row = own.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText(/CO₂ above 1200\sppm for 10 min · clears at 900\sppm or below for 5 min/);
  await row.getByRole("switch", { name: `${name} is on` }).click({ force: true });
  await expect(page.getByText(`“${name}” is off.`)).toBeVisible();
  await page.getByRole("region", { name }).getByRole("button", { name: "Remove the rule" }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(row).toHaveCount(1);
});

test("a room is closed every week, and called off with a way back", async ({ page, place }) => {
  await place.post({ room: "Kiln", people: 0, ago: 2 });
  await page.goto("/alerts/maintenance");
  await page.getByRole("button", { name: "New window" }).click();
  const form = page.getByRole("form", { name: "New window" });
  await form.getByLabel("What is closed").fill(place.floorName);
  await page
    .getByRole("option", { name: new RegExp(place.floorName) })
    .first()
    .click();
  await form.getByLabel("Why").fill(`Painting ${place.id}`);
  await form.getByText("Every week").click();
  await expectAccessible(page);
  await form.getByRole("button", { name: "Add the window" }).click();
  const row = page.getByRole("listitem").filter({ hasText: `Painting ${place.id}` });
  await expect(row).toContainText("Mon to Fri, 22:00 to 06:00");
  await row.getByRole("button", { name: /Call off|End now/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(row).toHaveCount(1);
  await expectAccessible(page);
});
