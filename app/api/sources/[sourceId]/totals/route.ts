import { TotalsQuery } from "@/lib/core/source";
import { database } from "@/lib/db/client";
import { readSourceTotals } from "@/lib/db/source-totals-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";

/** How many passed a counter per hour or day, while it stood within the sites of who asks. */
export const GET = handle<{ sourceId: string }>("source:read", ofSource, async ({ request, params, actor }) =>
  json(await readSourceTotals(params.sourceId, parseOrThrow(TotalsQuery, query(request)), database(), actor.sites)),
);
