import { calendarDay, dateIn } from "@/lib/core/calendar-day";
import { SpaceDayQuery } from "@/lib/core/space-day";
import { tellDay } from "@/lib/core/tell-day";
import { readDayEvidence, readSpacePlace } from "@/lib/db/space-day-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";

/** One day of a space: its states, people, air, bookings and devices on one time axis. */
export const GET = handle<{ spaceId: string }>("space:read", inSpace, async ({ request, params }) => {
  const { date } = parseOrThrow(SpaceDayQuery, query(request));
  const now = Date.now();
  const place = await readSpacePlace(params.spaceId);
  const day = calendarDay(date ?? dateIn(now, place.timeZone), place.timeZone);
  return json(tellDay(place, day, await readDayEvidence(place.id, day), now));
});
