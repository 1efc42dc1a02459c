import { HistoryQuery } from "@/lib/core/history";
import { readSpaceHistory } from "@/lib/db/history-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";

/** A metric of a space over time, as a step line with its gaps. */
export const GET = handle<{ spaceId: string }>("space:read", inSpace, async ({ request, params }) =>
  json(await readSpaceHistory(params.spaceId, parseOrThrow(HistoryQuery, query(request)))),
);
