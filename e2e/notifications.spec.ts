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
