import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { bookedFigures, ghostCells, organisersOf } from "@/lib/core/booked/booked-figures";
import {
  type BookedHistory,
  type BookedSpace,
  MOST_NO_SHOWS,
  type NoShow,
  type Organisers,
} from "@/lib/core/booked/booked-history";
import { type BookedAs, BookedHours, bookedUse, type SpaceBooked } from "@/lib/core/booked/booked-use";
import { localHours, localIso } from "@/lib/core/local-hours";
import type { FigureQuery } from "@/lib/core/space-metrics";
import { lengthOf, spansWithin } from "@/lib/core/working-spans";
import { readBookable, readOrganisers, readSpaceBookings, type SpaceBooking } from "@/lib/db/booked-repository";
import { database } from "@/lib/db/client";
import type { FigureSpace } from "@/lib/db/figure-space-repository";
import type { Readable } from "@/lib/db/place-of";
import { readSeenTime } from "./booked-seen";
import { type HistoryRequest, historyRequest } from "./history-request";
import { periodParts } from "./period-totals";

export interface BookedDeps {
  readonly db?: Readable;
  /** ms */
  readonly now?: number;
  /** Reads a sealed name; null where that is not possible. */
  readonly open: (sealed: string) => string | null;
}

/** How booked time was used, of each space that can be booked and of all of them together. */
export async function readBooked(
  query: FigureQuery,
  actor: Actor,
  { db = database(), now = Date.now(), open }: BookedDeps,
): Promise<BookedHistory> {
  const asked = await historyRequest(query, actor, db, now);
  const bookable = await readBookable(idsOf(asked), asked.period, db);
  const request = { ...asked, spaces: asked.spaces.filter(({ id }) => bookable.has(id)) };
  const uses = await usesOf(request, db, now);
  const hours = new BookedHours(localHours(request.period, request.timeZone));
  for (const { spans } of uses) hours.add(spans);
  const noShows = request.spaces.flatMap((space, i): Found[] => {
    const use = uses[i] as SpaceBooked<SpaceBooking>;
    return use.began.filter(({ outcome }) => outcome === "no-show").map((one) => ({ space, use, one }));
  });
  return {
    ...request.head,
    spaces: request.spaces.length,
    notBookable: asked.spaces.length - request.spaces.length,
    group: bookedFigures(uses),
    organisers: await organisers(
      noShows.map(({ one }) => one.booking),
      open,
      db,
    ),
    items: request.spaces.map((space, i) => bookedSpace(space, uses[i] as SpaceBooked<SpaceBooking>)),
    cells: ghostCells(hours),
    noShows: newest(noShows, request, now),
  };
}

const idsOf = ({ spaces }: Pick<HistoryRequest, "spaces">) => spaces.map(({ id }) => id);

async function usesOf(request: HistoryRequest, db: Readable, now: number): Promise<SpaceBooked<SpaceBooking>[]> {
  const [parts, bookings] = await Promise.all([
    periodParts(request, db),
    readSpaceBookings(idsOf(request), request.period, db),
  ]);
  const seen = await readSeenTime(request, bookings, db, now);
  const partsOf = Map.groupBy(parts, ({ spaceId }) => spaceId);
  const bookingsOf = Map.groupBy(bookings, ({ spaceId }) => spaceId);
  return request.spaces.map((space) => {
    const totals = (partsOf.get(space.id) ?? []).map((part) => part.totals);
    const facts = {
      bookings: bookingsOf.get(space.id) ?? [],
      seen: seen.get(space.id) ?? [],
      validMs: totals.reduce((sum, { validMs }) => sum + validMs, 0),
      usedMs: totals.reduce((sum, { usedMs }) => sum + usedMs, 0),
      scope: request.scopeOf(space),
      holdMs: space.holdMs,
    };
    return bookedUse(facts, request.period, now);
  });
}

const bookedSpace = ({ id, name, type, floor }: FigureSpace, use: SpaceBooked<SpaceBooking>): BookedSpace => ({
  ...{ id: String(id), name, type, floor },
  ...bookedFigures([use]),
});

interface Found {
  readonly space: FigureSpace;
  readonly use: SpaceBooked<SpaceBooking>;
  readonly one: BookedAs<SpaceBooking>;
}

function newest(found: readonly Found[], { timeZone }: HistoryRequest, now: number): NoShow[] {
  const inOrder = [...found].sort((a, b) => b.one.time.from - a.one.time.from || a.space.id - b.space.id);
  return inOrder.slice(0, MOST_NO_SHOWS).map(({ space, use, one: { time } }) => ({
    space: { id: String(space.id), name: space.name },
    startsAt: localIso(time.from, timeZone),
    endsAt: localIso(Math.min(time.to, now), timeZone),
    isReleased: time.isReleased,
    empty: Math.round((lengthOf(spansWithin(use.spans.bookedEmpty, time)) / 60_000) * 10) / 10,
  }));
}

/** Names are opened to be counted, and go nowhere. */
async function organisers(
  bookings: readonly SpaceBooking[],
  open: BookedDeps["open"],
  db: Readable,
): Promise<Organisers> {
  if (bookings.length === 0) return null;
  const sealed = await readOrganisers(bookings, db);
  return organisersOf(sealed.map((one) => (one === null ? null : open(one))));
}
