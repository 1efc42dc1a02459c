import { type Answer, expected, fill, isPlaced, send } from "./cells";
import type { Pages } from "./row";
import { type Asker, NAME_OF_A, NAME_OF_B, type World } from "./world";

type Page = Extract<Pages[string], { needs: unknown }>;

/** What a page's answer amounts to: pages say it in words, and the skeleton before them is a 200. */
export function outcomeOf({ status, text, location }: Answer): number | "ok" {
  const streamed = /id="__next-page-redirect"[^>]*url=([^"]*)|NEXT_REDIRECT;\w+;([^;]*);/.exec(text);
  const leadsTo = location ?? streamed?.[1] ?? streamed?.[2];
  if (leadsTo !== undefined) return leadsTo.startsWith("/login") ? 401 : "ok";
  if (text.includes("This page is for admins")) return 403;
  if (status === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return 404;
  return status === 200 ? "ok" : status;
}

/** One cell: a page as somebody sees it. */
export async function pageCell(
  url: string,
  path: string,
  page: Page,
  asker: Asker,
  side: "a" | "b",
  world: World,
): Promise<string[]> {
  const want = asker.hasScope === null ? expected(asker, page, path, side) : 401; // pages are for people
  const answer = await send(url, {
    method: "GET",
    path: fill(path, world[side]) + (page.query ?? ""),
    headers: await asker.headersFor(page.needs),
  });
  const got = outcomeOf(answer);
  const wrong = got === want ? [] : [`${got} (${answer.status}), expected ${want}`];
  const seen = (name: string) => answer.text.includes(name);
  if (asker.isScoped && seen(NAME_OF_B)) wrong.push(`reads a name of ${NAME_OF_B}`);
  if (want !== "ok" && isPlaced(path, {}) && (seen(NAME_OF_A) || seen(NAME_OF_B)))
    wrong.push("is refused with a name in it");
  return wrong.map((what) => `${asker.name} on ${side.toUpperCase()}: ${what}`);
}
