import type { Feed } from "@/lib/simulator/butlr-feed";
import { historyBodies } from "@/lib/simulator/history";
import type { WebhookPoster } from "@/lib/simulator/post-webhooks";
import type { DemoFolder } from "./demo-folder";
import { missingSpans, newestFirst, type TimeSpan } from "./time-spans";

export interface DemoHistoryOptions {
  readonly feeds: readonly Feed[];
  readonly poster: WebhookPoster;
  readonly folder: DemoFolder;
  /** Start of the minute in which the demo was opened: history goes up to here. */
  readonly openedAt: number;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** Every minute here, corrections too. */
const FINE_MS = 2 * HOUR_MS;
/** Of the desks, this much is posted before the demo is shown. */
const DESKS_FIRST_MS = 6 * HOUR_MS;
const ROOM_STEP_MINUTES = 5;
/** There are many desks, and a step line only needs one count in ten minutes. */
const DESK_STEP_MINUTES = 8;
const CHUNK_MS = 6 * HOUR_MS;
/** Leaves the server time for people. */
const BACKGROUND_PER_SECOND = 1_200;

/**
 * Posts what the first sight needs of the last 24 hours, as far as no earlier run did: all of the rooms and areas, and
 * the newest hours of the many desks. Oldest first, so that "now" and "since" are right.
 */
export async function postRecentHistory(options: DemoHistoryOptions): Promise<number> {
  const { feeds, openedAt, poster, signal } = options;
  let count = 0;
  for (const span of recentSpans(options)) {
    const before = { from: span.from, to: Math.min(span.to, openedAt - FINE_MS) };
    const deskFrom = Math.max(span.from, openedAt - DESKS_FIRST_MS);
    const bodies = [coarseRooms(feeds, before), coarseDesks(feeds, { ...before, from: deskFrom })];
    for (const part of [...bodies, fine(feeds, { from: Math.max(span.from, openedAt - FINE_MS), to: span.to })]) {
      count += await poster.postAll(part, { signal });
    }
    signal.throwIfAborted();
  }
  return count;
}

/** Posts the rest of the week, newest first, slowly enough not to be noticed. */
export async function postOlderHistory(options: DemoHistoryOptions): Promise<number> {
  const { feeds, folder, openedAt, poster, signal, log } = options;
  let count = 0;
  const post = async (bodies: Iterable<string>, done: TimeSpan) => {
    count += await poster.postAll(bodies, { perSecond: BACKGROUND_PER_SECOND, signal });
    const isWhole = !signal.aborted && !poster.counts.has("dropped");
    if (isWhole) folder.addPosted(done);
  };
  for (const span of recentSpans(options)) {
    await post(coarseDesks(feeds, { from: span.from, to: Math.min(span.to, openedAt - DESKS_FIRST_MS) }), span);
  }
  const chunks = missingSpans({ from: openedAt - WEEK_MS, to: openedAt - DAY_MS }, folder.posted)
    .reverse()
    .flatMap((span) => newestFirst(span, CHUNK_MS));
  for (const [index, chunk] of chunks.entries()) {
    if (signal.aborted) return count;
    await post(chain(coarseRooms(feeds, chunk), coarseDesks(feeds, chunk)), chunk);
    if ((index + 1) % 4 === 0) log(`history of the past week: ${Math.round(((index + 1) / chunks.length) * 100)} %`);
  }
  return count;
}

/** Stays the same until postOlderHistory is through with it: half of a span is no span. */
const recentSpans = ({ folder, openedAt }: DemoHistoryOptions) =>
  missingSpans({ from: openedAt - DAY_MS, to: openedAt }, folder.posted);

const isDesk = (place: Feed["places"][number]) => place.kind === "desk";

const only = (feeds: readonly Feed[], wanted: typeof isDesk): Feed[] =>
  feeds.map((feed) => ({ ...feed, places: feed.places.filter(wanted) }));

const rooms = (feeds: readonly Feed[]) => only(feeds, (place) => !isDesk(place));
const desks = (feeds: readonly Feed[]) => only(feeds, isDesk);

const coarseRooms = (feeds: readonly Feed[], span: TimeSpan) =>
  historyBodies(rooms(feeds), { ...span, stepMinutes: ROOM_STEP_MINUTES });

const coarseDesks = (feeds: readonly Feed[], span: TimeSpan) =>
  historyBodies(desks(feeds), { ...span, stepMinutes: DESK_STEP_MINUTES });

const fine = (feeds: readonly Feed[], span: TimeSpan) =>
  chain(
    historyBodies(rooms(feeds), { ...span, stepMinutes: 1, withCorrections: true }),
    historyBodies(desks(feeds), { ...span, stepMinutes: ROOM_STEP_MINUTES }),
  );

function* chain(...parts: Iterable<string>[]): Generator<string> {
  for (const part of parts) yield* part;
}
