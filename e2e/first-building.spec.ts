import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { headersFor } from "../lib/simulator/sign";
import { type ServerProcess, startServer } from "../lib/testing/server-process";
import { expectAccessible } from "./fixtures/accessible";
import { ADMIN } from "./fixtures/installation";

// An empty installation: no admin, no secret, no place.
const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-e2e-first-"));
const DT_SECRET = "dt-secret-of-the-first-building";
const ZOOM_TOKEN = "zoom-token-of-the-first-building";
const LONGEST_MS = 5 * 60_000;
let server: ServerProcess;

/** What an installation is set up as, by its API, with names in place of ids. */
async function setUpOf(request: APIRequestContext, url: string) {
  const get = async (route: string) => (await request.get(url + route)).json();
  const { items: spaces } = (await get("/api/spaces/tree?limit=2000")) as {
    items: { id: string; parentId: string | null; name: string }[];
  };
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const pathOf = (id: string | null): string => {
    const space = id === null ? undefined : byId.get(id);
    return space ? `${pathOf(space.parentId)}/${space.name}` : "";
  };
  const { items: floors } = (await get("/api/floors")) as { items: { id: string }[] };
  const plans = await Promise.all(
    floors.map(async ({ id }) => {
      const { plan } = await get(`/api/floors/${id}/plan`);
      const shapes = plan.shapes.map((shape: { spaceId: string | null }) => ({
        ...shape,
        spaceId: pathOf(shape.spaceId),
      }));
      const drawing = await request.get(`${url}/api/floors/${id}/drawings/${plan.drawing.id}`);
      const pixels = createHash("sha256")
        .update(await drawing.body())
        .digest("hex");
      return { ...plan, shapes, drawing: { ...plan.drawing, id: pixels } };
    }),
  );
  const { items: sources } = (await get("/api/sources?limit=500")) as {
    items: { vendor: string; externalId: string; space: { id: string } | null }[];
  };
  return {
    spaces: spaces
      .map(({ id, parentId, hoursFrom, ...own }: Record<string, unknown> & (typeof spaces)[number]) => ({
        ...own,
        at: pathOf(id),
        hoursFrom: pathOf(hoursFrom as string | null),
      }))
      .sort((one, other) => one.at.localeCompare(other.at)),
    plans,
    sources: sources
      .map(({ vendor, externalId, space }) => `${vendor} ${externalId} ${pathOf(space?.id ?? null)}`)
      .sort(),
  };
}

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

const device = { id: "b6roh6d7rihmn9oji85g", name: "Motion 4F-217" };

async function motion(request: APIRequestContext, state: string, secondsAgo = 0): Promise<void> {
  const timestamp = new Date(Date.now() - secondsAgo * 1_000).toISOString();
  const targetName = `projects/first/devices/${device.id}`;
  const body = JSON.stringify({
    event: {
      ...{ eventId: randomUUID(), targetName, eventType: "motion", timestamp },
      data: { motion: { state, updateTime: timestamp } },
    },
    labels: { name: device.name },
    metadata: { deviceId: device.id, projectId: "first", deviceType: "motion", productNumber: "102500" },
  });
  const headers = headersFor({ vendor: "disruptive", body }, { disruptive: DT_SECRET }, Date.now());
  expect((await request.post(`${server.url}/api/webhooks/disruptive`, { headers, data: body })).status()).toBe(200);
}

async function zoomCount(request: APIRequestContext, people: number): Promise<void> {
  const sensor = {
    date_time: new Date().toISOString(),
    sensor_type: "REAL_TIME_PEOPLE_COUNT",
    sensor_value: `${people}`,
  };
  const object = { id: "zr-first", room_name: "Zoom Fjord", device_id: "dev-first", sensor_data: [sensor] };
  const body = JSON.stringify({
    event: "zoomroom.sensor_data",
    event_ts: Date.now(),
    payload: { account_id: "account-first", object },
  });
  const headers = headersFor({ vendor: "zoom", body }, { zoom: ZOOM_TOKEN }, Date.now());
  expect((await request.post(`${server.url}/api/webhooks/zoom`, { headers, data: body })).status()).toBe(200);
}

async function connect(page: Page, vendor: string, word: string, secret: string): Promise<void> {
  await page.goto(`${server.url}/admin/start?step=vendor`);
  await page.getByRole("link", { name: vendor }).click();
  await page.getByLabel(word, { exact: true }).fill(secret);
  await page.getByRole("button", { name: `Save the ${word.toLowerCase()}` }).click();
  await expect(page.getByTestId("vendor-light")).toContainText("Waiting for the first event…");
}

/** Drags a rectangle; places are parts of the sheet. */
async function drag(page: Page, left: number, top: number): Promise<void> {
  const sheet = await page.getByTestId("paper").boundingBox();
  if (!sheet) throw new Error("the sheet is not there");
  const at = (x: number, y: number) => [sheet.x + x * sheet.width, sheet.y + y * sheet.height] as const;
  await page.mouse.move(...at(left, top));
  await page.mouse.down();
  await page.mouse.move(...at(left + 0.08, top + 0.1));
  await page.mouse.move(...at(left + 0.16, top + 0.3));
  await page.mouse.up();
}

async function map(page: Page, source: string, room: string): Promise<void> {
  await page.goto(`${server.url}/admin/sources`);
  await page.getByRole("button", { name: new RegExp(`^${source}, `) }).click();
  await page.getByRole("button", { name: /^(Choose a place|Another place)$/ }).click();
  await page.getByRole("combobox", { name: "Find a place" }).fill(room);
  await page.getByRole("option", { name: room }).first().click();
  await expect(page.getByText(`Mapped to ${room}.`)).toBeVisible();
}

test("from an empty server to a drawn room that a webhook colours, in under five minutes of clicks", async ({
  page,
  request,
}) => {
  test.setTimeout(LONGEST_MS);

  await test.step("the first admin", async () => {
    const link = /http:\/\/\S+\/setup\?code=\S+/.exec(server.output())?.[0] ?? "";
    const { pathname, search } = new URL(link);
    await page.goto(server.url + pathname + search);
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password", { exact: true }).fill("seven green kettles");
    await page.getByRole("button", { name: "Create admin" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Getting started" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the site", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Riverside");
    await page.getByRole("button", { name: "Add the site" }).click();
    await expect(page.getByRole("button", { name: /^Your site · done/ })).toBeVisible();
  });

  await connect(page, "Disruptive Technologies", "Signature secret", DT_SECRET);
  await connect(page, "Zoom", "Secret token", ZOOM_TOKEN);

  await test.step("the first floor", async () => {
    await page.goto(`${server.url}/admin/start?step=floor`);
    await page.getByLabel("Building").fill("Alder House");
    await page.getByLabel("Floor", { exact: true }).fill("Level 1");
    await page.getByRole("button", { name: "Add the floor" }).click();
    await page.getByRole("link", { name: "Draw its plan" }).click();
    await expect(page.getByText("Editing draft")).toBeVisible();
  });

  await test.step("its plan, with ten rooms", async () => {
    const buffer = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#eef0f2" } })
      .png()
      .toBuffer();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "level-1.png", mimeType: "image/png", buffer });
    await expect(page.getByText("level-1.png").first()).toBeVisible();
    await page.getByRole("application").focus();
    await page.keyboard.press("r");
    for (let room = 0; room < 10; room++) await drag(page, 0.02 + (room % 5) * 0.19, room < 5 ? 0.08 : 0.55);
    await expect(page.locator('[data-shape][data-kind="room"]')).toHaveCount(10);
    await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
    await page.getByRole("button", { name: /^Review \d+ changes/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Publish/ })
      .click();
    await expect(page.getByText("Published. Viewers see it now.")).toBeVisible();
  });

  await test.step("a sensor and a Zoom Room from the inbox", async () => {
    await motion(request, "NO_MOTION_DETECTED", 60);
    await zoomCount(request, 0);
    await map(page, device.name, "Room 1");
    await map(page, "Zoom Fjord", "Room 2");
  });

  await test.step("their next webhooks colour the rooms", async () => {
    await page.goto(server.url);
    await expect(page.locator('[data-shape][data-state="free"]')).toHaveCount(2);
    await motion(request, "MOTION_DETECTED");
    await zoomCount(request, 3);
    await expect(page.locator('[data-shape][data-state="occupied"]')).toHaveCount(2, { timeout: 5_000 });
  });

  await test.step("the configuration makes the same of an empty server, by its API", async () => {
    const exported = await page.request.get(`${server.url}/api/configuration`);
    const first = await setUpOf(page.request, server.url);
    const otherDir = mkdtempSync(path.join(tmpdir(), "occupancy-e2e-restored-"));
    const account = { BOOTSTRAP_ADMIN_EMAIL: ADMIN.email, BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password };
    const other = await startServer({ databaseUrl: "", env: { DATA_DIR: otherDir, ...account } });
    try {
      expect((await request.post(`${other.url}/api/auth/sign-in/email`, { data: ADMIN })).status()).toBe(200);
      const restored = await request.post(`${other.url}/api/configuration/import?apply=true`, {
        headers: { "content-type": "application/json" },
        data: await exported.body(),
      });
      expect(restored.status()).toBe(200);
      expect(first.sources).toHaveLength(3); // the device, the Zoom Room and its appliance
      expect(await setUpOf(request, other.url)).toEqual(first);
    } finally {
      await other.stop();
      rmSync(otherDir, { recursive: true, force: true });
    }
  });
});
