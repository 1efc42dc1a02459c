import { HandoverQuery } from "@/lib/core/alert-requests";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readHandover } from "@/lib/services/alerts/read-handover";

/** What happened in the caller's sites since a moment, for whoever takes over. */
export const GET = handle("alert:read", ANYWHERE, async ({ request, actor }) =>
  json(await readHandover(parseOrThrow(HandoverQuery, query(request)), actor)),
);
