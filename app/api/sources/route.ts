import { SourceQuery } from "@/lib/core/source";
import { listSources } from "@/lib/db/source-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";

/** What the vendors talk about, in pages; `assigned=false`: only what stands nowhere yet. */
export const GET = handle("source:read", async ({ request }) =>
  json(await listSources(parseOrThrow(SourceQuery, query(request)))),
);
