import type { ButlrCounts } from "@/lib/simulator/butlr-feed";
import { countHistory } from "@/lib/simulator/butlr-history";
import type { DisruptiveFeed } from "@/lib/simulator/disruptive-feed";
import type { Feed, Post } from "@/lib/simulator/planned-post";
import type { WebhookPoster } from "@/lib/simulator/post-webhooks";
import type { DemoFolder } from "./demo-folder";
import { missingSpans, newestFirst, type TimeSpan } from "./time-spans";

export interface DemoHistoryOptions {
  readonly counts: readonly ButlrCounts[];
  readonly disruptive: readonly DisruptiveFeed[];
  /** Whatever else has a history. */
  readonly others: readonly Feed[];
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
 * Posts what the first sight needs of the last 24 hours, as far as no earlier run did: everything but the older hours of
 * the many desks. Oldest first, so that "now" and "since" are right. DT sends the last word of every device again.
 */
export async function postRecentHistory(options: DemoHistoryOptions): Promise<number> {
  const { counts, disruptive, openedAt, poster, signal } = options;
  let count = 0;
  for (const span of recentSpans(options)) {
    const before = { from: span.from, to: Math.min(span.to, openedAt - FINE_MS) };
    const deskFrom = Math.max(span.from, openedAt - DESKS_FIRST_MS);
    const parts = [
      coarseRooms(counts, before),
      coarseDesks(counts, { ...before, from: deskFrom }),
      eventsOf(options, span),
      fine(counts, { from: Math.max(span.from, openedAt - FINE_MS), to: span.to }),
    ];
    for (const part of parts) count += await poster.postAll(part, { signal });
    signal.throwIfAborted();
  }
  return (
    count +
    (await poster.postAll(
      disruptive.flatMap((feed) => feed.latest(openedAt)),
      { signal },
    ))
  );
}

/** Posts the rest of the week, newest first, slowly enough not to be noticed. */
export async function postOlderHistory(options: DemoHistoryOptions): Promise<number> {
  const { counts, folder, openedAt, poster, signal, log } = options;
  let count = 0;
  const post = async (posts: Iterable<Post>, done: TimeSpan) => {
    count += await poster.postAll(posts, { perSecond: BACKGROUND_PER_SECOND, signal });
    const isWhole = !signal.aborted && !poster.counts.has("dropped");
    if (isWhole) folder.addPosted(done);
  };
  for (const span of recentSpans(options)) {
    await post(coarseDesks(counts, { from: span.from, to: Math.min(span.to, openedAt - DESKS_FIRST_MS) }), span);
  }
  const chunks = missingSpans({ from: openedAt - WEEK_MS, to: openedAt - DAY_MS }, folder.posted)
    .reverse()
    .flatMap((span) => newestFirst(span, CHUNK_MS));
  for (const [index, chunk] of chunks.entries()) {
    if (signal.aborted) return count;
    await post(chain(coarseRooms(counts, chunk), coarseDesks(counts, chunk), eventsOf(options, chunk)), chunk);
    if ((index + 1) % 4 === 0) log(`history of the past week: ${Math.round(((index + 1) / chunks.length) * 100)} %`);
  }
  return count;
}

/** Stays the same until postOlderHistory is through with it: half of a span is no span. */
const recentSpans = ({ folder, openedAt }: DemoHistoryOptions) =>
  missingSpans({ from: openedAt - DAY_MS, to: openedAt }, folder.posted);

const eventsOf = ({ disruptive, others }: DemoHistoryOptions, span: TimeSpan) =>
  chain(...[...disruptive, ...others].map((feed) => feed.history(span)));

const isDesk = (place: ButlrCounts["places"][number]) => place.kind === "desk";

const only = (all: readonly ButlrCounts[], wanted: typeof isDesk): ButlrCounts[] =>
  all.map((counts) => ({ ...counts, places: counts.places.filter(wanted) }));

const rooms = (all: readonly ButlrCounts[]) => only(all, (place) => !isDesk(place));
const desks = (all: readonly ButlrCounts[]) => only(all, isDesk);

const coarseRooms = (all: readonly ButlrCounts[], span: TimeSpan) =>
  countHistory(rooms(all), { ...span, stepMinutes: ROOM_STEP_MINUTES });

const coarseDesks = (all: readonly ButlrCounts[], span: TimeSpan) =>
  countHistory(desks(all), { ...span, stepMinutes: DESK_STEP_MINUTES });

const fine = (all: readonly ButlrCounts[], span: TimeSpan) =>
  chain(
    countHistory(rooms(all), { ...span, stepMinutes: 1, withCorrections: true }),
    countHistory(desks(all), { ...span, stepMinutes: ROOM_STEP_MINUTES }),
  );

function* chain(...parts: Iterable<Post>[]): Generator<Post> {
  for (const part of parts) yield* part;
}
