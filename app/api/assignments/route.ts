import { StaysQuery } from "@/lib/core/source";
import { readMappedSince } from "@/lib/db/stay-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** What people have mapped since a moment and still stands. */
export const GET = handle("source:read", ANYWHERE, async ({ request, actor }) =>
  json({ items: await readMappedSince(parseOrThrow(StaysQuery, query(request)).since, actor.sites) }),
);
