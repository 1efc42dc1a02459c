import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { type ServerProcess, startServer } from "../lib/testing/server-process";
import { expectAccessible } from "./fixtures/accessible";
import { ADMIN } from "./fixtures/installation";

// An installation of its own: nobody else's events may turn this light green.
const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-e2e-connect-"));
let server: ServerProcess;

test.describe.configure({ mode: "serial" });
test.use({ storageState: { cookies: [], origins: [] } });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer({
    databaseUrl: "",
    env: {
      DATA_DIR: dataDir,
      BUTLR_WEBHOOK_KEY: "",
      BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
      BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
    },
  });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test.beforeEach(async ({ page }) => {
  const answer = await page.request.post(`${server.url}/api/auth/sign-in/email`, { data: ADMIN });
  expect(answer.status()).toBe(200);
});

let minute = 0;
/** A webhook as Butlr sends it; answers the status it got. */
async function post(request: APIRequestContext, headers: Record<string, string>): Promise<number> {
  const ids = { org_id: "org_1", site_id: "site_1", building_id: "building_1", floor_id: "space_1", room_id: "room_1" };
  const names = {
    org_name: "E2E",
    site_name: "Oslo",
    building_name: "Kvartal 12",
    floor_name: "2nd",
    room_name: "Fjord",
  };
  const timestamp = Date.now() - ++minute * 60_000;
  const event = { id: `event_${randomUUID()}`, type: "ROOM_OCCUPANCY", timestamp, version: "v1.0.0" };
  const data = { ...event, metadata: { ...ids, ...names }, data: 4 };
  return (await request.post(`${server.url}/api/webhooks/butlr`, { headers, data })).status();
}

const light = (page: Page) => page.getByTestId("vendor-light");
const openButlr = (page: Page) => page.goto(`${server.url}/admin/vendors/butlr`);

let key = "";

test("an admin finds the vendors behind the gear, all of them not connected", async ({ page }) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Admin" }).click();
  await expect(page.getByRole("menuitem", { name: "Webhook inbox" })).toHaveAttribute("href", "/admin/deliveries");
  await page.getByRole("menuitem", { name: "Vendors" }).click();
  await expect(light(page)).toHaveText([/Not connected/, /Not connected/, /Not connected/]);
  await page.getByRole("link", { name: "Butlr" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Butlr" })).toBeVisible();
  await expect(page.getByText(`${server.url}/api/webhooks/butlr`, { exact: true })).toBeVisible();
});

test("from no key to the first event, with every refusal in its own words", async ({ page, request }) => {
  await openButlr(page);
  await expect(light(page)).toContainText("Not connected");
  expect(await post(request, { "x-api-key": "whatever" })).toBe(401);
  await expect(light(page)).toContainText("No secret is set");

  await page.getByRole("button", { name: "Save the key" }).click();
  await expect(page.getByText("A secret has at least 16 characters.")).toBeVisible();
  await page.getByRole("button", { name: "Generate" }).click();
  key = await page.getByLabel("Key", { exact: true }).inputValue();
  await page.getByRole("button", { name: "Save the key" }).click();
  await expect(light(page)).toContainText("Waiting for the first event…");
  await expect(page.getByText(`"value": "${key}"`)).toBeVisible();

  expect(await post(request, { "x-api-key": "not the key at all" })).toBe(401);
  await expect(light(page)).toContainText("Key did not match: check the secret", { timeout: 5_000 });
  expect(await post(request, {})).toBe(401);
  await expect(light(page)).toContainText("The key header x-api-key was missing", { timeout: 5_000 });

  expect(await post(request, { "x-api-key": key })).toBe(200);
  await expect(light(page)).toContainText(/Connected\s*Last event .* ago: ROOM_OCCUPANCY/, { timeout: 5_000 });
  const sample = page.getByRole("region", { name: "Last event" });
  await expect(sample).toContainText("room Fjord · people count 4");
  await expectAccessible(page);
});

test("a reload shows the key to nobody", async ({ page }) => {
  await openButlr(page);
  await expect(page.getByText(/Set .* by /)).toBeVisible();
  expect(await page.content()).not.toContain(key);
  expect(server.output()).not.toContain(key);
});

test("the key is replaced while every webhook gets through, and taken back", async ({ page, request }) => {
  await openButlr(page);
  await page.getByRole("button", { name: "Replace the key" }).click();
  await page.getByRole("button", { name: "Generate" }).click();
  const next = await page.getByLabel("Next key").inputValue();
  await page.getByRole("button", { name: "Save the next key" }).click();
  await expect(page.getByText("Both are accepted.")).toBeVisible();
  for (const good of [key, next]) expect(await post(request, { "x-api-key": good })).toBe(200);

  await page.getByRole("button", { name: "Accept only the next key" }).click();
  await expect(page.getByText("The old key is refused from now on.")).toBeVisible();
  expect(await post(request, { "x-api-key": key })).toBe(401);
  expect(await post(request, { "x-api-key": next })).toBe(200);

  await page.getByRole("button", { name: "Remove: The key" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(light(page)).toContainText("Not connected");
  expect(await post(request, { "x-api-key": next })).toBe(401);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme}, phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test("every vendor's page is reached from the bar below and passes axe", async ({ page }) => {
      await page.goto(server.url);
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: "Vendors" }).click();
      await expectAccessible(page);
      for (const name of ["Butlr", "Disruptive Technologies", "Zoom"]) {
        await page.getByRole("link", { name }).click();
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        await page.getByRole("link", { name: "Vendors" }).click();
        await expect(page.getByRole("heading", { level: 1, name: "Vendors" })).toBeVisible();
      }
    });
  });
}
