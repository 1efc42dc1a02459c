import "server-only";
import { addSeen, type SeenStretch, seenTime } from "@/lib/core/booked/seen-time";
import { joinNear } from "@/lib/core/booked/spans";
import type { Span } from "@/lib/core/moment-or-day";
import { readSeen, type SpaceBooking, type SpaceSpan } from "@/lib/db/booked-repository";
import { readSpaceLines } from "@/lib/db/line-repository";
import type { Readable } from "@/lib/db/place-of";
import type { HistoryRequest } from "./history-request";

/** Bookings that are closer than this are read in one piece. */
const NEAR_MS = 3 * 3_600_000;

/**
 * What sensors saw of each space while it was booked: from the lines that rollups keep, and from the readings where
 * there are none yet. A booking is judged as a whole, so it may reach out of the period.
 */
export async function readSeenTime(
  request: HistoryRequest,
  bookings: readonly SpaceBooking[],
  db: Readable,
  now: number,
): Promise<Map<number, SeenStretch[]>> {
  const spans = spansOf(request, bookings, now);
  const liveFrom = liveStart(request, spans);
  const seen = await readSeen(
    spans.flatMap((span) => (span.from < liveFrom ? { ...span, to: Math.min(span.to, liveFrom) } : [])),
    db,
  );
  const live = spans.filter(({ to }) => to > liveFrom);
  if (live.length === 0) return clipped(seen, liveFrom);
  const spaces = new Set(live.map(({ spaceId }) => spaceId));
  const over: Span = { from: liveFrom, to: Math.max(...live.map(({ to }) => to)) };
  const lines = await readSpaceLines(
    request.spaces.filter(({ id }) => spaces.has(id)),
    over,
    db,
  );
  const all = clipped(seen, liveFrom);
  for (const [spaceId, line] of lines) {
    const stretches = all.get(spaceId) ?? [];
    for (const stretch of seenTime(line, over)) addSeen(stretches, stretch);
    all.set(spaceId, stretches);
  }
  return all;
}

/** Booked time, with a moment before it and the hold after it: they tell who only left something over. */
function spansOf({ spaces }: HistoryRequest, bookings: readonly SpaceBooking[], now: number): SpaceSpan[] {
  const bookingsOf = Map.groupBy(bookings, ({ spaceId }) => spaceId);
  return spaces.flatMap(({ id, holdMs }) => {
    const told = (bookingsOf.get(id) ?? []).filter(({ startsAt }) => startsAt < now);
    const wide = told.map(({ startsAt, endsAt }) => ({
      from: startsAt - 1,
      to: Math.min(now, endsAt + (holdMs ?? 0)),
    }));
    return joinNear(wide, NEAR_MS).map((span) => ({ spaceId: id, ...span }));
  });
}

/** While nothing of the period is rolled up, what is booked into it is read from the readings as well. */
function liveStart({ liveFrom, period }: HistoryRequest, spans: readonly SpaceSpan[]): number {
  if (liveFrom > period.from) return liveFrom;
  return spans.reduce((first, { from }) => Math.min(first, from), period.from);
}

/** Hours are read whole: what lies behind the end belongs to the readings. */
function clipped(seen: ReadonlyMap<number, readonly SeenStretch[]>, end: number): Map<number, SeenStretch[]> {
  return new Map(
    [...seen].map(([id, stretches]) => [
      id,
      stretches.filter(({ from }) => from < end).map((one) => (one.to > end ? { ...one, to: end } : one)),
    ]),
  );
}
