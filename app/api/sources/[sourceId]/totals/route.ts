import { TotalsQuery } from "@/lib/core/source";
import { readSourceTotals } from "@/lib/db/source-totals-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ofSource } from "@/lib/http/where";

/** How many passed a counter per hour or day. */
export const GET = handle<{ sourceId: string }>("source:read", ofSource, async ({ request, params }) =>
  json(await readSourceTotals(params.sourceId, parseOrThrow(TotalsQuery, query(request)))),
);
