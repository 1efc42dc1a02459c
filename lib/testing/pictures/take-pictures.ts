import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { EVERY_PAGE, type PageIds, type PageView } from "@/lib/testing/every-page";
import { findIds, pairScreen } from "./look-around";
import { type Picture, pictureFile, SCHEMES, type ScreenSize, sizesFor } from "./picture";
import { pictureIndex } from "./picture-index";
import type { Installation } from "./running-demo";

interface Wanted {
  readonly folder: string;
  /** Only views whose name begins so; empty for all. */
  readonly only: readonly string[];
  readonly log: (line: string) => void;
}

const SETTLED_MS = 700;
const PATIENCE_MS = 15_000;
const MOST_PX = 2_600;

/** Makes a picture of every page for every size and scheme, and a page that shows them. */
export async function takePictures(browser: Browser, at: Installation, { folder, only, log }: Wanted) {
  const people = await openContexts(browser, at);
  const ids = await findIds(people.admin.request, new Date());
  await pairScreen(people.screen.request, people.admin.request, ids.floorId);
  const views = EVERY_PAGE.filter(({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)));
  const pictures: Picture[] = [];
  for (const view of views) {
    const page = await people[view.as ?? "admin"].newPage();
    for (const size of sizesFor(view)) pictures.push(...(await lookAt(page, view, size, ids, folder)));
    await page.close();
    log(view.name);
  }
  writeFileSync(path.join(folder, "index.html"), pictureIndex(pictures, new Date()));
  return pictures;
}

async function openContexts(browser: Browser, { url, email, password }: Installation) {
  const open = (): Promise<BrowserContext> => browser.newContext({ baseURL: url, reducedMotion: "reduce" });
  const [admin, nobody, screen] = await Promise.all([open(), open(), open()]);
  const answer = await admin.request.post("/api/auth/sign-in/email", { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in as ${email} answers ${answer.status()}`);
  return { admin, nobody, screen };
}

/** What never settles is looked at as it is. */
async function settle(page: Page): Promise<void> {
  const options = { timeout: PATIENCE_MS };
  const isReady = () => !document.querySelector(".mantine-Skeleton-root, [aria-busy=true]");
  await page.waitForLoadState("networkidle", options).catch(() => undefined);
  await page.waitForFunction(isReady, null, options).catch(() => undefined);
}

async function lookAt(page: Page, view: PageView, size: ScreenSize, ids: PageIds, folder: string): Promise<Picture[]> {
  await page.setViewportSize(size);
  await page.goto(view.address(ids), { waitUntil: "load" });
  await settle(page);
  // All of a long page, with its bars where they are on a screen.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, Math.min(height, MOST_PX)) });
  const pictures: Picture[] = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(SETTLED_MS);
    const file = pictureFile(view.name, size, scheme);
    await page.screenshot({ path: path.join(folder, file) });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    pictures.push({ view: view.name, route: view.route, width: size.width, scheme, file, sideways });
  }
  return pictures;
}
