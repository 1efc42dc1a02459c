import { VisitorDayQuery } from "@/lib/core/visitor-day";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inSite } from "@/lib/http/where";
import { personalWords } from "@/lib/runtime/personal-words";
import { readNamedVisitorDay } from "@/lib/services/visitors/read-visitor-day";

/** The visitors of a day with their names; that somebody looked is noted. */
export const GET = handle<{ siteId: string }>("visitor:read", inSite, async ({ request, params, actor }) => {
  const { date } = parseOrThrow(VisitorDayQuery, query(request));
  return json(await readNamedVisitorDay(params.siteId, date, { actor, open: personalWords() }));
});
