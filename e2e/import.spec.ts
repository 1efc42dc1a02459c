import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cookie, expect, type Page, test } from "@playwright/test";
import { type ServerProcess, startServer } from "../lib/testing/server-process";
import { workbook } from "../lib/testing/workbook";
import { expectAccessible } from "./fixtures/accessible";
import { ADMIN } from "./fixtures/installation";

// Installations of their own: an empty one to import into, and another to restore into.
let first: Installation;
let second: Installation;

interface Installation {
  readonly dir: string;
  readonly server: ServerProcess;
  /** Of the one sign-in: a fourth within ten seconds would be refused. */
  cookies: Cookie[];
}

async function install(): Promise<Installation> {
  const dir = mkdtempSync(path.join(tmpdir(), "occupancy-e2e-import-"));
  const account = { BOOTSTRAP_ADMIN_EMAIL: ADMIN.email, BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password };
  return { dir, server: await startServer({ databaseUrl: "", env: { DATA_DIR: dir, ...account } }), cookies: [] };
}

test.describe.configure({ mode: "serial" });
test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  first = await install();
  second = await install();
});
test.afterAll(async () => {
  for (const { server, dir } of [first, second]) {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});

const open = async (page: Page, installation: Installation) => {
  const { server, cookies } = installation;
  await page.context().addCookies(cookies);
  if (cookies.length === 0) {
    const answer = await page.request.post(`${server.url}/api/auth/sign-in/email`, { data: ADMIN });
    expect(answer.status()).toBe(200);
    installation.cookies = await page.context().cookies();
  }
  await page.goto(`${server.url}/admin/import`);
  await expect(page.getByRole("heading", { level: 1, name: "Import and export" })).toBeVisible();
};

/** 500 rows, three of them bad, and names that would like to be something else. */
function fiveHundred(): (string | number)[][] {
  const hostile = ["=HYPERLINK(1)", "<img src=x onerror=window.hacked=1>", "\u202eevil", "__proto__"];
  const lines: (string | number)[][] = Array.from({ length: 500 }, (_, i) => [
    ...["Oslo", "K12", String(Math.floor(i / 100)), `Room ${Math.floor(i / 10)}`],
    ...[hostile[i - 40] ?? `Desk ${i}`, 1],
  ]);
  lines[120] = ["Oslo", "K12", "1", "Room 12", "Desk 120", "many"];
  lines[255] = ["Oslo", "K12", "", "Room 25", "Desk 255", 1];
  lines[499] = ["Oslo", "K12", "4", "Room 49", "Desk 498", 1];
  return [["Site", "Building", "Floor", "Room", "Desk", "Seats"], ...lines];
}
const FILE = { name: "desks.xlsx", mimeType: "application/octet-stream", buffer: workbook(fiveHundred()) };

/** Chooses a file by keyboard, in the place for spaces. */
async function chooseByKeyboard(page: Page, file: typeof FILE) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a CSV or Excel file" }).focus();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(file);
}

test("500 rows with three bad ones: 497 ready, 3 explained, nothing done before it is asked for", async ({ page }) => {
  await open(page, first);
  await expectAccessible(page);
  await chooseByKeyboard(page, FILE);
  await expect(page.getByRole("heading", { name: "497 ready, 3 problems" })).toBeVisible();
  const rows = page.getByRole("region", { name: "Rows of the file" });
  await expect(rows).toContainText("Capacity is a whole number from 0 to 100000, not “many”".replace(/[“”]/g, '"'));
  await expect(rows).toContainText('Floor of the room "Room 25" is missing.');
  await expect(rows).toContainText("Row 500 is about the same space.");
  await expect(page.getByText("“Seats” is read as Capacity.")).toBeVisible();
  await expectAccessible(page);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the problems" }).click();
  const problems = await readFile(await (await saved).path(), "utf8");
  expect(problems.trim().split("\r\n")).toHaveLength(4);

  await page.getByText("New 497").click();
  await expect(rows.getByText("New desk").first()).toBeVisible();
  const spaces = await page.request.get(`${first.server.url}/api/spaces`);
  expect((await spaces.json()).items).toEqual([]);
});

test("applied by keyboard, all of it is there, and hostile names are names", async ({ page }) => {
  await open(page, first);
  await chooseByKeyboard(page, FILE);
  await page.getByRole("button", { name: "Import 497 rows" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /554 spaces made, 3 rows left out\./ })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();

  const file = await (await page.request.get(`${first.server.url}/api/exports/spaces`)).text();
  expect(file).toContain(",'=HYPERLINK(1),");
  expect(file).not.toContain("\u202e");
  await page.getByRole("button", { name: "Import another file" }).click();
  await chooseByKeyboard(page, { ...FILE, name: "spaces.csv", buffer: Buffer.from(file) });
  await expect(page.getByRole("heading", { name: "0 ready, 554 unchanged" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
});

test("what a file made is archived again on Undo", async ({ page }) => {
  await open(page, first);
  await chooseByKeyboard(page, {
    ...FILE,
    name: "more.csv",
    buffer: Buffer.from("Site,Building\nBergen,B1\nBergen,B2"),
  });
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("button", { name: "Undo: archive the 3 new spaces" }).click();
  await expect(page.getByRole("heading", { name: "3 spaces archived. Each can be restored." })).toBeVisible();
});

test("a file that moved on is previewed anew and not imported", async ({ page }) => {
  await open(page, first);
  const file = { ...FILE, name: "late.csv", buffer: Buffer.from("Site,Building\nHamar,H1") };
  await chooseByKeyboard(page, file);
  await expect(page.getByRole("heading", { name: "1 ready" })).toBeVisible();
  const api = `${first.server.url}/api/imports/spaces`;
  const preview = await (await page.request.post(api, { data: Buffer.from("Site\nHamar") })).json();
  await page.request.post(`${api}/apply?fingerprint=${preview.fingerprint}`, { data: Buffer.from("Site\nHamar") });
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("nothing was imported")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("heading", { name: "1 space made." })).toBeVisible();
});

test("files that are no spreadsheet get one sentence", async ({ page }) => {
  await open(page, first);
  const input = page.locator('input[type="file"]').first();
  await input.setInputFiles({ ...FILE, name: "picture.png" });
  await expect(page.getByRole("alert").filter({ hasText: "Choose a CSV or Excel file." })).toBeVisible();
  await input.setInputFiles({ ...FILE, buffer: Buffer.from("PK broken") });
  await expect(page.getByRole("alert").filter({ hasText: "The file is damaged" })).toBeVisible();
});

test("the configuration of one system is restored into an empty one", async ({ page }) => {
  const bytes = await (async () => {
    await open(page, first);
    return (await page.request.get(`${first.server.url}/api/configuration`)).body();
  })();
  const input = page.locator('input[type="file"]').last();
  await input.setInputFiles({ name: "configuration.json", mimeType: "application/json", buffer: bytes });
  await expect(page.getByText(/can only be restored where there are no spaces yet/)).toBeVisible();

  await page.context().clearCookies();
  await open(page, second);
  await input.setInputFiles({ name: "configuration.json", mimeType: "application/json", buffer: bytes });
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Restored" })).toBeVisible();
  await expectAccessible(page);
  const all = await page.request.get(`${second.server.url}/api/exports/spaces`);
  expect((await all.text()).split("\r\n")).toHaveLength(554 + 3 + 1);
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`${colorScheme}, phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test("passes axe, and nothing is wider than the screen", async ({ page }) => {
      await open(page, first);
      await chooseByKeyboard(page, FILE);
      await expect(page.getByRole("heading", { name: /3 problems/ })).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
