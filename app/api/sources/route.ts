import { isAllowed } from "@/lib/auth/authorize";
import { SourceQuery } from "@/lib/core/source";
import { listSources } from "@/lib/db/source-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** What the vendors talk about, in pages; `assigned=false`: only what stands nowhere yet. */
export const GET = handle("source:read", ANYWHERE, async ({ request, actor }) =>
  json(
    await listSources(parseOrThrow(SourceQuery, query(request)), {
      sites: actor.sites,
      waiting: isAllowed(actor, "source:assign"),
    }),
  ),
);
