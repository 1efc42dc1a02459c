import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { headersFor } from "../lib/simulator/sign";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";
import { DT_SECRET } from "./fixtures/installation";

/** A DT device of one test, posting as DT's Data Connector does, signed. */
class Device {
  constructor(
    readonly request: APIRequestContext,
    readonly name: string,
    readonly labels: Record<string, string>,
  ) {}

  readonly id = `b${randomUUID().replaceAll("-", "").slice(0, 19)}`;

  async says(eventType: string, data: object, secondsAgo = 0): Promise<void> {
    const timestamp = new Date(Date.now() - secondsAgo * 1000).toISOString();
    const targetName = `projects/e2e/devices/${this.id}`;
    const body = JSON.stringify({
      event: {
        ...{ eventId: randomUUID(), targetName, eventType, timestamp },
        data: { [eventType]: { ...data, updateTime: timestamp } },
      },
      labels: { name: this.name, ...this.labels },
      metadata: { deviceId: this.id, projectId: "e2e", deviceType: "motion", productNumber: "102500" },
    });
    const headers = headersFor({ vendor: "disruptive", body }, { disruptive: DT_SECRET }, Date.now());
    const answer = await this.request.post("/api/webhooks/disruptive", { headers, data: body });
    expect(answer.status()).toBe(200);
  }

  moves = (secondsAgo = 0, state = "MOTION_DETECTED") => this.says("motion", { state }, secondsAgo);
  touched = () => this.says("touch", {});

  async sourceId(): Promise<string> {
    const answer = await this.request.get(`/api/sources?vendor=disruptive&q=${this.id}`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]?.id ?? "";
  }
}

const row = (page: Page, device: Device) => page.getByRole("row", { name: new RegExp(`^${device.name}`) });
const nameOf = (page: Page, device: Device) => page.getByRole("button", { name: new RegExp(`^${device.name}, `) });

/** A room that Butlr knows, with a name of this test alone. */
async function room(place: Place): Promise<string> {
  const name = `Quiet room ${place.id}`;
  await place.post({ room: name, people: 0, ago: 2 });
  return name;
}

async function open(page: Page, search = ""): Promise<void> {
  await page.goto(`/admin/sources${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "Sources" })).toBeVisible();
}

test("by keyboard: 30 events of an unknown device are one row, mapping it fills its history, undo takes it back", async ({
  page,
  place,
  request,
}) => {
  const name = await room(place);
  const device = new Device(request, `Motion ${place.id}`, { room: name });
  for (let nr = 30; nr > 0; nr--) await device.moves(nr * 60, nr % 2 ? "MOTION_DETECTED" : "NO_MOTION_DETECTED");
  await open(page);
  await expect(row(page, device)).toHaveCount(1);
  await expect(row(page, device)).toContainText(`label room = “${name}”`);
  await expect(row(page, device)).toContainText("same label");

  await page
    .getByRole("table", { name: "Sources that wait" })
    .getByRole("row")
    .nth(1)
    .getByRole("button")
    .first()
    .focus();
  for (
    let steps = 0;
    steps < 50 && !(await nameOf(page, device).evaluate((it) => it === document.activeElement));
    steps++
  ) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(nameOf(page, device)).toBeFocused();
  await expect(page.getByRole("complementary", { name: "Where it may stand" })).toContainText(`Label room is “${name}”`);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Mapped to ${name}. 30 events from before are in its history.`)).toBeVisible();
  await expect(row(page, device)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Mapped today" })).toContainText(device.name);
  const spaceId = await place.spaceId(name);
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const span = `metric=motion&from=${from}&to=${new Date().toISOString()}`;
  const history = await (await request.get(`/api/spaces/${spaceId}/history?${span}`)).json();
  expect(history.points).toHaveLength(30);

  await page.keyboard.press("Control+z");
  await expect(row(page, device)).toHaveCount(1);
});

test("a touch lights the row up within two seconds, and says where a mapped one stands", async ({
  page,
  place,
  request,
}) => {
  const name = await room(place);
  const device = new Device(request, `Touched ${place.id}`, { room: name });
  await device.moves(60);
  await open(page);
  await page.getByRole("button", { name: "Identify by touch" }).click();
  await expect(page.getByRole("status")).toContainText("Listening");
  await page.waitForResponse((answer) => answer.url().includes("/api/sources/touched?after"));
  await device.touched();
  await expect(row(page, device)).toHaveAttribute("data-touched", "true", { timeout: 2_000 });
  await expect(row(page, device)).toBeInViewport();

  const spaceId = await place.spaceId(name);
  await request.post(`/api/sources/${await device.sourceId()}/assign`, { data: { spaceId } });
  await device.touched();
  await expect(page.getByRole("status")).toContainText(`It stands in ${name}.`);
  await expect(row(page, device)).toHaveAttribute("data-touched", "true");
});

test("another place, found by its name; ignored and waiting again", async ({ page, place, request }) => {
  const name = await room(place);
  const device = new Device(request, `Nameless ${place.id}`, {});
  await device.moves(60);
  await open(page);
  await nameOf(page, device).click();
  await page.getByRole("button", { name: "Choose a place" }).click();
  await page.getByRole("combobox", { name: "Find a place" }).fill(place.id);
  await page.getByRole("option", { name }).first().click();
  await expect(page.getByText(`Mapped to ${name}. 1 event from before`)).toBeVisible();
  await page.getByRole("button", { name: `Undo: ${device.name} to ${name}` }).click();
  await page.getByRole("button", { name: `Ignore ${device.name}` }).click();
  await expect(row(page, device)).toHaveCount(0);
  await page.getByText(/^Ignored \d+$/).click();
  await page.getByRole("button", { name: `Let ${device.name} wait again` }).click();
  await page.getByText(/^Waiting \d+$/).click();
  await expect(row(page, device)).toHaveCount(1);
});

test("a device is replaced: one history, and the way back", async ({ page, place, request }) => {
  const name = await room(place);
  const [old, fresh] = [new Device(request, `Old ${place.id}`, {}), new Device(request, `Fresh ${place.id}`, {})];
  await old.moves(600);
  await fresh.moves(300);
  await request.post(`/api/sources/${await old.sourceId()}/assign`, { data: { spaceId: await place.spaceId(name) } });
  await open(page, "?tab=assigned");
  await page.getByRole("textbox", { name: "Find a source" }).fill(old.name);
  await page.getByRole("button", { name: old.name }).click();
  await page.getByRole("button", { name: "Replace device" }).click();
  const dialog = page.getByRole("dialog", { name: `Replace ${old.name}` });
  await dialog.getByRole("combobox", { name: "New device" }).fill(fresh.name);
  await page.getByRole("option", { name: fresh.name }).click();
  await expect(dialog).toContainText(`${name} keeps its name`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText(`${fresh.name} speaks for ${name} now.`)).toBeVisible();
  const stays = await (await request.get(`/api/sources/${await fresh.sourceId()}/assignments`)).json();
  expect(stays.items[0]).toMatchObject({ space: { name }, to: null, replaces: { name: old.name } });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  const back = await (await request.get(`/api/sources/${await old.sourceId()}/assignments`)).json();
  expect(back.items[0]).toMatchObject({ to: null });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme}, phone`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test("every tab passes axe, and a walk ticks off what reports", async ({ page, place, request }) => {
      const name = await room(place);
      const device = new Device(request, `Walked ${place.id}`, { room: name });
      await device.moves(60);
      for (const tab of ["discover", "waiting", "assigned", "ignored"]) {
        await open(page, `?tab=${tab}`);
        await expectAccessible(page);
      }
      await open(page, `?tab=walk&floor=${await place.floorId()}`);
      await page.getByRole("button", { name: "Start the walk" }).click();
      await expect(page.getByText("0 of 1 reported")).toBeVisible();
      await place.post({ room: name, people: 2 });
      await request.post(`/api/sources/${await device.sourceId()}/assign`, {
        data: { spaceId: await place.spaceId(name) },
      });
      await device.moves();
      await expect(page.getByText("1 of 1 reported")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
