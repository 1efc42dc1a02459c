import { expectAccessible } from "./fixtures/accessible";
import { card, expect, test } from "./fixtures/butlr";
import { ADMIN } from "./fixtures/installation";

test.describe("nobody signed in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("pages lead to the sign-in page and back, data answers 401", async ({ page, place, request }) => {
    await place.post({ room: "Fjord", people: 1, ago: 1 });
    expect((await request.get("/api/floors")).status()).toBe(401);
    expect((await request.get("/api/floors/1/snapshot")).status()).toBe(401);
    await page.goto("/floors/1?state=free");
    await expect(page).toHaveURL(/\/login\?next=/);
    await page.getByLabel("Email").fill(ADMIN.email);
    await page.getByLabel("Password").first().fill("not the password at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Email or password is not right.")).toBeVisible();
  });

  test("signing out ends the live feed and leads to the sign-in page, and the way back shows nothing", async ({
    page,
    place,
    request,
  }) => {
    await request.post("/api/auth/sign-in/email", { data: ADMIN });
    await place.post({ room: "Fjord", people: 1, ago: 1 });
    const context = page.context();
    await context.addCookies((await request.storageState()).cookies);
    await place.open(page);
    await request.post("/api/auth/sign-out", { data: {} }); // in another tab, as it were
    await expect(page).toHaveURL(/\/login/, { timeout: 10_000 });
    await page.goBack();
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByText("Fjord")).toHaveCount(0);
  });
});

test("no request leaves the machine, and no policy is broken", async ({ page, place, baseURL }) => {
  const foreign: string[] = [];
  const broken: string[] = [];
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).host !== new URL(baseURL ?? "").host)
      foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  await place.post({ room: "Fjord", people: 2, ago: 1 });
  await place.open(page);
  await card(page, "Fjord").click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  expect([foreign, broken]).toEqual([[], []]);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, viewport] of Object.entries({
    desktop: { width: 1440, height: 900 },
    phone: { width: 390, height: 844 },
  })) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });
      test("axe finds nothing serious on the floor and in the panel", async ({ page, place }) => {
        await place.post({ room: "Used", people: 2, ago: 2 });
        await place.post({ room: "Silent", people: 2, ago: 40 });
        await place.open(page);
        await expectAccessible(page);
        await card(page, "Used").click();
        await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}
