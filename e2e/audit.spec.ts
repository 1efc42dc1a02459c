import { readFile } from "node:fs/promises";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

test("who did what: in words, before and after, narrowed by the address, and as a file", async ({ page, place }) => {
  await place.post({ room: "Fjord", people: 1, ago: 1 });
  await place.change("Fjord", { name: "Fjord =1+1 <i>", capacity: 14 });

  await page.goto("/admin/audit");
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  const entry = page.getByRole("listitem").filter({ hasText: "changed Fjord =1+1 <i>" }).first();
  await expect(entry).toContainText("Capacity");
  await expect(entry).toContainText("14");
  await expect(entry.getByText("127.0.0.1").or(entry.getByText("::1"))).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("textbox", { name: "Search" }).fill("no such thing");
  await page.getByRole("textbox", { name: "Search" }).press("Enter");
  await expect(page).toHaveURL(/text=no(\+|%20)such(\+|%20)thing/);
  await expect(page.getByText("Nothing in the log matches.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(entry).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toContain("changed Fjord =1+1 <i>");
  expect(csv.split(/\r\n|","|,/).filter((cell) => /^"?=/.test(cell))).toEqual([]);
  await page.reload();
  await expect(page.getByText("exported the audit log").first()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a telephone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test("axe finds nothing serious in the audit log", async ({ page }) => {
      await page.goto("/admin/audit");
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
