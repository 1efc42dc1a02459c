import { SourceQuery } from "@/lib/core/source";
import { listSources } from "@/lib/db/source-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { sourceReach } from "@/lib/services/sources/source-reach";

/** What the vendors talk about, in pages; `assigned=false`: only what stands nowhere yet, each with a suggestion. */
export const GET = handle("source:read", ANYWHERE, async ({ request, actor }) =>
  json(await listSources(parseOrThrow(SourceQuery, query(request)), sourceReach(actor))),
);
