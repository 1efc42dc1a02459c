import { readFile } from "node:fs/promises";
import { readMail } from "@/lib/testing/read-mail";
import { startHttpReceiver, startMailReceiver } from "@/lib/testing/receivers";
import { expectAccessible } from "./fixtures/accessible";
import { test as base, expect } from "./fixtures/butlr";
import { ADMIN } from "./fixtures/installation";
import { ZoomRooms } from "./fixtures/rooms";

const test = base.extend<{ rooms: ZoomRooms }>({
  rooms: async ({ place, request }, use) => use(new ZoomRooms(place, request)),
});

test("a mail server is made and tried, somebody asks to be told, and an alert becomes a mail", async ({
  page,
  place,
  rooms,
}) => {
  const mail = await startMailReceiver();
  const name = `Mail ${place.id}`;
  await page.goto("/admin/notifications?tab=channels");
  await page.getByRole("button", { name: "Add a channel" }).click();
  await page.getByRole("menuitem", { name: "Mail server" }).click();
  const form = page.getByRole("dialog", { name: "Mail server" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Server").fill("127.0.0.1");
  await form.getByRole("combobox", { name: "Encryption" }).click();
  await page.getByRole("option", { name: /None/ }).click();
  await form.getByLabel("Port").fill(String(mail.port));
  await form.getByLabel("Sender").fill("occupancy@example.com");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Add" }).click();
  const channel = page.getByRole("listitem").filter({ hasText: name });
  await channel.getByRole("button", { name: `Test ${name}` }).click();
  await expect(channel.getByRole("status")).toContainText("250");
  expect(mail.mails).toMatchObject([{ to: [ADMIN.email] }]);
  await expectAccessible(page);

  await page.goto("/account/notifications");
  await page.getByRole("switch", { name: "Tell me of alerts" }).check({ force: true });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectAccessible(page);

  await place.post({ room: "Forge", people: 0, ago: 2 });
  await rooms.map("Forge");
  await rooms.alert("Forge", 1);
  const subjects = () => mail.subjects().join("\n");
  await expect.poll(subjects, { timeout: 30_000 }).toMatch(/Camera disconnected: Forge$/m);
  await rooms.alert("Forge", 2);
  await expect.poll(subjects, { timeout: 30_000 }).toMatch(/^Over: Camera disconnected: Forge$/m);

  await page.goto("/admin/notifications?tab=sent");
  const sent = page.getByRole("list", { name: "What was sent" }).getByRole("listitem").filter({ hasText: "Forge" });
  await expect(sent).toHaveCount(2);
  await expect(sent.first()).toContainText("That it is over");
  await expect(sent.first()).toContainText("250");
  await expectAccessible(page);

  await page.goto("/admin/notifications?tab=channels");
  await channel.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(channel).toHaveCount(0);
  await mail.close();
});

const DAY_MS = 86_400_000;
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The last whole week, Monday to Sunday, in UTC: the clock of a site that has none. */
function lastWeek() {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const monday = today - (((new Date(today).getUTCDay() + 6) % 7) + 7) * DAY_MS;
  return { monday, from: dateOf(monday), to: dateOf(monday + 6 * DAY_MS) };
}

test("a report of a floor is set up on History, and its mail has the figures that are on screen", async ({
  page,
  place,
  request,
}) => {
  test.setTimeout(180_000);
  const mail = await startMailReceiver();
  const channel = await request.post("/api/channels", {
    data: {
      ...{ kind: "email", name: `Reports ${place.id}`, host: "127.0.0.1", port: mail.port, security: "none" },
      ...{ user: null, from: "occupancy@example.com", to: [] },
    },
  });
  const { monday, from, to } = lastWeek();
  for (let minute = 9 * 60; minute < 12 * 60; minute += 10)
    await place.post({
      ...place.body({ room: "Alder", people: minute < 600 ? 4 : 0 }),
      timestamp: monday + minute * 60_000,
    });
  const floorId = await place.floorId();
  const query = `within=${floorId}&from=${from}&to=${to}&hours=all`;
  const pending = async () => (await (await request.get(`/api/history/figures?${query}`)).json()).pendingHours;
  await expect.poll(pending, { timeout: 120_000 }).toBe(0);

  await page.goto(`/history?${query}&period=custom&compare=previous`);
  const tiles = page.getByRole("list", { name: "Figures" }).getByRole("listitem");
  await expect(tiles.first()).toBeVisible();
  await page.getByRole("button", { name: "Send regularly" }).click();
  const dialog = page.getByRole("dialog", { name: "Send regularly" });
  await expect(dialog.getByText(/The next one comes on Mon/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send it regularly" }).click();
  await dialog.getByRole("button", { name: /^Send one now to me/ }).click();
  await expect(dialog.getByRole("status")).toContainText("250");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  expect(mail.mails).toMatchObject([{ to: [ADMIN.email] }]);
  const [words, , spaces] = readMail(mail.mails[0]?.raw ?? "");
  const plain = (text: string) => text.replace(/\s+/g, " ");
  const figures = await tiles.evaluateAll((all) =>
    all.map((tile) => [...tile.querySelectorAll("div, p")].map((part) => part.textContent ?? "")),
  );
  // Bookings stand on their own page.
  const shown = figures.filter(([name]) => !name?.includes("No-show"));
  expect(shown.length).toBeGreaterThan(2);
  for (const [name = "", figure = ""] of shown)
    expect(plain(words?.content ?? "")).toContain(plain(`${name}: ${figure}`).trim());
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the spaces as CSV" }).click();
  expect(spaces?.content).toBe(await readFile(await (await download).path(), "utf8"));

  await page.goto("/account/notifications");
  const report = page.getByRole("list", { name: "Reports" }).getByRole("listitem").filter({ hasText: place.floorName });
  await expect(report).toContainText("Every Monday at 07:00 · to you");
  await report.getByRole("switch").click({ force: true });
  await expect(report).toContainText("Paused");
  await expectAccessible(page);
  await report.getByRole("button", { name: /^More about/ }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(report).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(report).toHaveCount(1);
  await request.delete(`/api/channels/${(await channel.json()).channel.id}`);
  await mail.close();
});

test("a signed webhook tells its secret once, shows the other side's refusal, and is named by a step", async ({
  page,
  place,
}) => {
  const hook = await startHttpReceiver();
  hook.statuses.push(403);
  const name = `Tickets ${place.id}`;
  await page.goto("/admin/notifications?tab=channels");
  await page.getByRole("button", { name: "Add a channel" }).click();
  await page.getByRole("menuitem", { name: "Signed webhook" }).click();
  const form = page.getByRole("dialog", { name: "Signed webhook" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Address").fill(hook.url);
  await form.getByRole("button", { name: "Add" }).click();
  const secret = page.getByRole("dialog", { name: "Signing secret" });
  await expect(secret.getByText(/^whsec_/)).toBeVisible();
  await secret.getByRole("button", { name: "I have stored it" }).click();
  const channel = page.getByRole("listitem").filter({ hasText: name });
  await channel.getByRole("button", { name: `Test ${name}` }).click();
  await expect(channel.getByRole("status")).toContainText("403 not today");
  await channel.getByRole("button", { name: `Test ${name}` }).click();
  await expect(channel.getByRole("status")).toContainText("200 thanks");

  await page.getByRole("tab", { name: "Who is told" }).click();
  const general = page.getByRole("region", { name: "Every site without steps of its own" });
  await general.getByRole("button", { name: "Add a step" }).click();
  const step = general.getByRole("listitem", { name: "Step 2" });
  await step.getByRole("combobox", { name: "Tells" }).fill(name);
  await page.getByRole("option", { name }).click();
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  await general.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It counts for alerts from now on.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(general.getByRole("listitem", { name: "Step 2" })).toHaveCount(0);
  await hook.close();
});
