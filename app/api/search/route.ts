import { isAllowed } from "@/lib/auth/authorize";
import { SearchQuery } from "@/lib/core/search";
import { searchByName } from "@/lib/db/search-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** Spaces and devices by any part of their name, within the caller's sites. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) => {
  const scope = { sites: actor.sites, maySeeSources: isAllowed(actor, "source:read") };
  return json(await searchByName(parseOrThrow(SearchQuery, query(request)), scope));
});
