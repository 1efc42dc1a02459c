import { expect, test } from "./fixtures/butlr";

const registered = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);

test("it can be installed: manifest, icons that cover a phone's own shape, an address to start at", async ({
  page,
}) => {
  await page.goto("/account");
  const link = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(link ?? "")).json();
  expect(manifest).toMatchObject({ id: "/", start_url: "/", scope: "/", display: "standalone" });
  for (const size of [192, 512]) {
    for (const purpose of ["any", "maskable"]) {
      const icon = manifest.icons.find(
        (one: Record<string, string>) => one.sizes === `${size}x${size}` && one.purpose === purpose,
      );
      const { width, height } = await page.evaluate(async (src) => {
        const picture = new Image();
        picture.src = src;
        await picture.decode();
        return { width: picture.naturalWidth, height: picture.naturalHeight };
      }, icon.src);
      expect([width, height]).toEqual([size, size]);
    }
  }
  await page.evaluate(() => navigator.serviceWorker.ready);
  // Nothing else is missing: the browser of a test always is a private one.
  const chromium = await page.context().newCDPSession(page);
  await expect
    .poll(async () =>
      (await chromium.send("Page.getInstallabilityErrors")).installabilityErrors.map(({ errorId }) => errorId),
    )
    .toEqual(["in-incognito"]);
  await expect(page.getByRole("region", { name: "On this device" })).toContainText("app");
});

test("nobody who is not signed in gets a service worker", async ({ browser }) => {
  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await stranger.newPage();
  await page.goto("/login");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  expect(await page.evaluate(registered)).toBe(0);
  await stranger.close();
});

test("without a connection a page says so and since when, shows no floor, and comes back by itself", async ({
  page,
  place,
  context,
}) => {
  await place.post({ room: "Fjord", people: 3 });
  await place.open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByTestId("feed-status")).toContainText("Live");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("status")).toHaveText(/^Not live since \d\d:\d\d$/);
  await expect(page.getByText("Fjord")).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByTestId("feed-status")).toContainText("Live", { timeout: 20_000 });
  await expect(page.getByText("3 people").first()).toBeVisible();
});
