import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, type Locator, type Page, test } from "@playwright/test";
import { headersFor } from "../lib/simulator/sign";
import { type ServerProcess, startServer } from "../lib/testing/server-process";

// An empty installation, set up without ever touching a pointer.
const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-e2e-keyboard-"));
const DT_SECRET = "dt-secret-of-the-keyboard";
const MOST_TABS = 120;
let server: ServerProcess;

test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  const nothing = { BUTLR_WEBHOOK_KEY: "", BOOTSTRAP_ADMIN_EMAIL: "", BOOTSTRAP_ADMIN_PASSWORD: "" };
  server = await startServer({ databaseUrl: "", env: { DATA_DIR: dataDir, ...nothing } });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never leads to ${target}`);
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function motion(request: APIRequestContext, state: string, secondsAgo: number): Promise<void> {
  const timestamp = new Date(Date.now() - secondsAgo * 1_000).toISOString();
  const targetName = "projects/keys/devices/b6roh6d7rihmn9oji85h";
  const body = JSON.stringify({
    event: {
      ...{ eventId: randomUUID(), targetName, eventType: "motion", timestamp },
      data: { motion: { state, updateTime: timestamp } },
    },
    labels: { name: "Motion 1", room: "Room 1" },
    metadata: { deviceId: "b6roh6d7rihmn9oji85h", projectId: "keys", deviceType: "motion", productNumber: "102500" },
  });
  const headers = headersFor({ vendor: "disruptive", body }, { disruptive: DT_SECRET }, Date.now());
  expect((await request.post(`${server.url}/api/webhooks/disruptive`, { headers, data: body })).status()).toBe(200);
}

test("the whole set-up is done with the keyboard alone, up to a room that a webhook colours", async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);

  await test.step("the first admin and the site", async () => {
    const link = /http:\/\/\S+\/setup\?code=\S+/.exec(server.output())?.[0] ?? "";
    const { pathname, search } = new URL(link);
    await page.goto(server.url + pathname + search);
    await type(page, page.getByLabel("Your name"), "Ada");
    await type(page, page.getByLabel("Email"), "ada@example.com");
    await type(page, page.getByLabel("Password", { exact: true }), "seven green kettles");
    await page.keyboard.press("Enter");
    await type(page, page.getByLabel("Name", { exact: true }), "Riverside");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Your site · done/ })).toBeVisible();
  });

  await test.step("a vendor", async () => {
    await press(page, page.getByRole("link", { name: "Disruptive Technologies" }));
    await type(page, page.getByLabel("Signature secret", { exact: true }), DT_SECRET);
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("vendor-light")).toContainText("Waiting for the first event…");
  });

  await test.step("the first floor", async () => {
    await page.goto(`${server.url}/admin/start?step=floor`);
    await type(page, page.getByLabel("Building"), "Alder House");
    await type(page, page.getByLabel("Floor", { exact: true }), "Level 1");
    await page.keyboard.press("Enter");
    await press(page, page.getByRole("link", { name: "Draw its plan" }));
    await expect(page.getByText("Editing draft")).toBeVisible();
  });

  await test.step("its plan", async () => {
    const rooms = page.locator('[data-shape][data-kind="room"]');
    await type(page, page.getByLabel("Width", { exact: true }), "40");
    await page.keyboard.press("Enter");
    await press(page, page.getByRole("button", { name: "Add a room by numbers" }));
    const form = page.getByRole("form", { name: "Add by numbers" });
    await press(page, form.getByRole("button", { name: "Add" }));
    await expect(rooms).toHaveCount(1);
    await tabTo(page, page.getByRole("application"));
    await page.keyboard.press("Control+d");
    await expect(rooms).toHaveCount(2);
    for (let nudges = 0; nudges < 12; nudges++) await page.keyboard.press("Shift+ArrowRight");
    await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
    await press(page, page.getByRole("button", { name: /^Review \d+ changes/ }));
    await press(page, page.getByRole("dialog").getByRole("button", { name: /^Publish/ }));
    await expect(page.getByText("Published. Viewers see it now.")).toBeVisible();
  });

  await test.step("a sensor into a room, and its next webhook", async () => {
    await motion(request, "NO_MOTION_DETECTED", 60);
    await page.goto(`${server.url}/admin/sources`);
    await tabTo(page, page.getByRole("button", { name: /^Motion 1, / }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Mapped to Room 1.")).toBeVisible();
    await page.goto(server.url);
    await expect(page.locator('[data-shape][data-state="free"]')).toHaveCount(1);
    await motion(request, "MOTION_DETECTED", 0);
    await expect(page.locator('[data-shape][data-state="occupied"]')).toHaveCount(1, { timeout: 5_000 });
  });
});
