import type { Browser, BrowserContext } from "@playwright/test";
import { EVERY_PAGE, type PageIds, type PageView } from "../lib/testing/every-page";
import { pairScreen } from "../lib/testing/pictures/look-around";
import { expectAccessible } from "./fixtures/accessible";
import { expect, type Place, test } from "./fixtures/butlr";
import { STORAGE_STATE } from "./fixtures/installation";
import { publishPlan } from "./fixtures/plan";

const NOBODY = { cookies: [], origins: [] };
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** A load of each page; what it finds is said of all at once. */
const PART = 8;

/** A floor with something of everything: a plan, rooms in use, empty and silent. */
async function furnish(place: Place): Promise<PageIds> {
  await place.post({ room: "Fjord", people: 9, ago: 30 });
  await place.post({ room: "Fjord", people: 3 });
  await place.post({ room: "Vik", people: 0 });
  await place.post({ room: "Ness", people: 1, ago: 90 });
  await place.change("Fjord", { capacity: 8 });
  await publishPlan(place, [
    { name: "Fjord", x: 0.05, y: 0.1 },
    { name: "Vik", x: 0.35, y: 0.1 },
    { name: "Ness", x: 0.65, y: 0.1 },
  ]);
  const past = new Date(Date.now() - 20 * 60_000).toISOString();
  return { floorId: await place.floorId(), spaceId: await place.spaceId("Fjord"), past };
}

async function contexts(browser: Browser): Promise<Record<NonNullable<PageView["as"]> | "admin", BrowserContext>> {
  const open = (storageState: string | typeof NOBODY) => browser.newContext({ storageState, reducedMotion: "reduce" });
  return { admin: await open(STORAGE_STATE), nobody: await open(NOBODY), screen: await open(NOBODY) };
}

for (const viewport of SIZES) {
  for (let first = 0; first < EVERY_PAGE.length; first += PART) {
    const views = EVERY_PAGE.slice(first, first + PART);
    test(`axe finds nothing serious at ${viewport.width} px, light and dark: ${views[0]?.name} to ${views.at(-1)?.name}`, async ({
      place,
      browser,
    }) => {
      test.setTimeout(240_000);
      const ids = await furnish(place);
      const people = await contexts(browser);
      if (views.some((view) => view.as === "screen")) {
        await pairScreen(people.screen.request, place.request, ids.floorId, `Wall ${place.id}`);
      }
      for (const view of views) {
        const page = await people[view.as ?? "admin"].newPage();
        await page.setViewportSize(viewport);
        await page.goto(view.address(ids));
        await expect(page.locator("main, h1").first()).toBeVisible({ timeout: 20_000 });
        await expect(page.locator(".mantine-Skeleton-root, [aria-busy=true]")).toHaveCount(0);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
          await test.step(`${view.name}, ${colorScheme}`, () => expectAccessible(page));
        }
        await page.close();
      }
      for (const context of Object.values(people)) await context.close();
    });
  }
}
