import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import { type Watched, watch } from "./watch-page";

/** What a page has noted since `watch` runs in it. */
export const seen = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

/** Pictures a second. */
export const perSecond = ({ intervals }: Watched) =>
  1_000 / (intervals.reduce((sum, ms) => sum + ms, 0) / intervals.length);

/** Pictures a second of a page on which nothing is: what this machine can show at all, now. */
export async function emptyPage(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.evaluate("globalThis.__name = (it) => it"); // tsx names functions by a helper that pages have not
  await page.evaluate(watch);
  await sleep(4_000);
  const watched = await seen(page);
  await page.close();
  return perSecond(watched);
}
