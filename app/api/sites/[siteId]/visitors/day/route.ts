import { VisitorDayQuery } from "@/lib/core/visitor-day";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inSite } from "@/lib/http/where";
import { readVisitorDay } from "@/lib/services/visitors/read-visitor-day";

/** The visitors of a day: when and how many, never who. */
export const GET = handle<{ siteId: string }>("floor:read", inSite, async ({ request, params }) => {
  const { date } = parseOrThrow(VisitorDayQuery, query(request));
  return json(await readVisitorDay(params.siteId, date));
});
