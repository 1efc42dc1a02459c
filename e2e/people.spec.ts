import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { codeOf } from "@/lib/testing/authenticator-app";
import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/butlr";

const PASSWORD = "violet tram under nine maps";
const NOBODY = { cookies: [], origins: [] };
const guest = () => `guest-${randomUUID().slice(0, 8)}@example.com`;

/** Presses a button until the page has moved on: other tests use up the sign-ins of this address, too. */
async function pressUntil(page: Page, button: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    const target = page.getByRole("button", { name: button, exact: true });
    if (await target.isVisible()) await target.click();
    await done();
  }).toPass({ timeout: 40_000, intervals: [1_000, 3_000] });
}

const freshPage = async (browser: Browser) => (await browser.newContext({ storageState: NOBODY })).newPage();

/** An account by the API, and a page on which nobody is signed in. */
async function accepted(page: Page, browser: Browser, access: object): Promise<{ email: string; theirs: Page }> {
  const email = guest();
  const made = await page.request.post("/api/invites", { data: { email, access } });
  const { link } = (await made.json()) as { link: string };
  const theirs = await freshPage(browser);
  const code = new URL(link).searchParams.get("code");
  const answer = await theirs.request.post("/api/invite", { data: { code, name: "Gus", password: PASSWORD } });
  expect(answer.status()).toBe(201);
  return { email, theirs };
}

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").first().fill(PASSWORD);
}

const openAccount = (page: Page) =>
  expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible({ timeout: 3_000 });

test("an admin invites a site admin by link, who makes an account and sees that site alone", async ({
  page,
  place,
  browser,
}) => {
  await place.post({ room: "Fjord", people: 1, ago: 1 });
  const email = guest();
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite" }).click();
  const panel = page.getByRole("region", { name: "Invite somebody" });
  await panel.getByLabel("Email").fill(email);
  await panel.getByRole("radio", { name: "Site admin" }).check();
  await panel.getByRole("button", { name: "Make the link" }).click();
  await expect(panel.getByText("Choose at least one site.")).toBeVisible();
  await panel.getByRole("combobox", { name: "Chosen sites" }).fill(`Site ${place.id}`);
  await page.getByRole("option", { name: `Site ${place.id}` }).click();
  await page.keyboard.press("Tab"); // the list stays open for more sites, and lies over the button
  await panel.getByRole("button", { name: "Make the link" }).click();
  const link = (await panel.locator("code").textContent()) ?? "";
  expect(link).toMatch(/\/invite\?code=[\w-]{43}$/);
  await expectAccessible(page);

  const theirs = await freshPage(browser);
  await theirs.goto(link);
  await expectAccessible(theirs);
  await expect(theirs.getByLabel("Email")).toHaveValue(email);
  await theirs.getByLabel("Your name").fill("Gus Berg");
  await theirs.getByLabel("Password").first().fill("password1234");
  await theirs.getByRole("button", { name: "Make the account" }).click();
  await expect(theirs.getByText("easy to guess")).toBeVisible();
  await theirs.getByLabel("Password").first().fill(PASSWORD);
  await theirs.getByRole("button", { name: "Make the account" }).click();
  await expect(theirs).not.toHaveURL(/invite/);
  if (theirs.url().includes("/login")) {
    await enterPassword(theirs, email);
    await pressUntil(theirs, "Sign in", () => expect(theirs).not.toHaveURL(/login/, { timeout: 3_000 }));
  }
  const floors = (await (await theirs.request.get("/api/floors")).json()) as { items: { name: string }[] };
  expect(floors.items.map(({ name }) => name)).toEqual([place.floorName]);
  expect((await theirs.request.get("/api/people")).status()).toBe(403);

  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.getByRole("searchbox", { name: "Search people" }).fill(email);
  await expect(page.getByRole("row", { name: /Gus Berg/ })).toContainText(`Site ${place.id}`);
});

test("rights change at once and can be taken back; disabling signs somebody out", async ({ page, browser }) => {
  const { email, theirs } = await accepted(page, browser, { role: "viewer", sites: null });
  await enterPassword(theirs, email);
  await pressUntil(theirs, "Sign in", () => expect(theirs).not.toHaveURL(/login/, { timeout: 3_000 }));
  const may = async () => (await theirs.request.get("/api/vendors")).status();
  await page.goto(`/admin/people?q=${encodeURIComponent(email)}`);
  await page.getByRole("button", { name: "Gus" }).click();
  const panel = page.getByRole("region", { name: "Gus" });
  await expect(panel.getByText(/^Chrome on/)).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("radio", { name: "Admin", exact: true }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The rights of Gus are changed.")).toBeVisible();
  expect(await may()).toBe(200);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panel.getByRole("radio", { name: "Viewer" })).toBeChecked();
  expect(await may()).toBe(403);
  await panel.getByRole("button", { name: "Disable the account" }).click();
  await expect(panel.getByText("Signed in nowhere.")).toBeVisible();
  expect(await may()).toBe(401);
});

test("a second factor is set up with an app, and signing in asks for it", async ({ page, browser }) => {
  test.slow(); // better-auth allows three sign-ins in ten seconds, and other tests sign in, too
  const { email, theirs } = await accepted(page, browser, { role: "viewer", sites: null });
  await enterPassword(theirs, email);
  await pressUntil(theirs, "Sign in", () => expect(theirs).not.toHaveURL(/login/, { timeout: 3_000 }));
  await theirs.goto("/account");
  await openAccount(theirs);
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Set it up" }).click();
  await theirs.getByLabel("Your password").first().fill(PASSWORD);
  await pressUntil(theirs, "Go on", () =>
    expect(theirs.getByLabel("Code from the app")).toBeVisible({ timeout: 3_000 }),
  );
  await expectAccessible(theirs);
  const secret = (await theirs.locator("code").textContent()) ?? "";
  const uri = `otpauth://totp/x?secret=${secret.trim()}`;
  await theirs.getByLabel("Code from the app").fill(codeOf(uri, -1));
  await pressUntil(theirs, "Turn it on", () =>
    expect(theirs.getByText("Keep these backup codes")).toBeVisible({ timeout: 3_000 }),
  );
  const [backup = ""] = ((await theirs.locator("code").textContent()) ?? "").split("\n");
  await theirs.getByRole("button", { name: "I have kept them" }).click();
  await expect(theirs.getByText("asks for a code from your app")).toBeVisible();

  await theirs.getByRole("button", { name: /^Account of/ }).click();
  await theirs.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(theirs).toHaveURL(/login/);
  await enterPassword(theirs, email);
  await pressUntil(theirs, "Sign in", () =>
    expect(theirs.getByLabel("Code from your app")).toBeVisible({ timeout: 3_000 }),
  );
  await expectAccessible(theirs);
  await theirs.getByLabel("Code from your app").fill("000000");
  await pressUntil(theirs, "Sign in", () =>
    expect(theirs.getByText("The code is not right.")).toBeVisible({ timeout: 3_000 }),
  );
  await theirs.getByRole("button", { name: "Use a backup code" }).click();
  await theirs.getByLabel("Backup code").fill(backup);
  await pressUntil(theirs, "Sign in", () => expect(theirs).not.toHaveURL(/login/, { timeout: 3_000 }));
  await theirs.goto("/account");
  await openAccount(theirs);
});

test("an admin hands somebody a link for a new password: it works once, and nobody stays signed in", async ({
  page,
  browser,
}) => {
  const { email, theirs } = await accepted(page, browser, { role: "viewer", sites: null });
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Search people" }).fill(email);
  await page.getByRole("button", { name: "Gus", exact: true }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const panel = page.getByRole("region", { name: "Gus" });
  await expect(panel.getByText("It is shown only here and only now.")).toBeVisible();
  const link = (await panel.locator("code").textContent()) ?? "";
  expect(link).toMatch(/\/reset\?code=[\w-]{43}$/);
  await expectAccessible(page);

  await theirs.goto(link);
  await expectAccessible(theirs);
  await expect(theirs.getByLabel("Email")).toHaveValue(email);
  await theirs.getByLabel("New password").first().fill("password1234");
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(theirs.getByText("easy to guess")).toBeVisible();
  const fresh = "seven kettles on a blue roof";
  await theirs.getByLabel("New password").first().fill(fresh);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await expect(theirs).not.toHaveURL(/reset/);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expectAccessible(theirs);
  if ((await theirs.request.get("/api/account")).status() === 401) {
    await theirs.goto("/login");
    await theirs.getByLabel("Email").fill(email);
    await theirs.getByLabel("Password").first().fill(fresh);
    await pressUntil(theirs, "Sign in", () => expect(theirs).not.toHaveURL(/login/, { timeout: 3_000 }));
  }
  expect((await theirs.request.get("/api/account")).status()).toBe(200);
});

test.describe("on a phone, in the dark", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  test("axe finds nothing serious on people, in the panel and on one's account", async ({ page }) => {
    await page.goto("/admin/people");
    await expect(page.getByRole("searchbox", { name: "Search people" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "ops", exact: true }).click();
    await expect(page.getByText("This is you.")).toBeVisible();
    await expectAccessible(page);
    await page.goto("/account");
    await openAccount(page);
    await expectAccessible(page);
  });
});
