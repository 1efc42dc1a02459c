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
const ROOM_STEP_MINUTES = 5;
/** There are many desks, and a step line only needs one count in ten minutes. */
const DESK_STEP_MINUTES = 8;
const CHUNK_MS = 6 * HOUR_MS;
/** Leaves the server time for people. */
const BACKGROUND_PER_SECOND = 1_200;

/** Posts the last 24 hours as far as no earlier run did, oldest first, so that "now" and "since" are right. */
export async function postRecentHistory(options: DemoHistoryOptions): Promise<number> {
  const { folder, openedAt, poster, signal } = options;
  let count = 0;
  for (const span of missingSpans({ from: openedAt - DAY_MS, to: openedAt }, folder.posted)) {
    const fineFrom = Math.max(span.from, openedAt - FINE_MS);
    count += await poster.postAll(coarse(options.feeds, { from: span.from, to: Math.min(span.to, fineFrom) }), {
      signal,
    });
    count += await poster.postAll(fine(options.feeds, { from: fineFrom, to: span.to }), { signal });
    signal.throwIfAborted();
    folder.addPosted(span);
  }
  return count;
}

/** Posts the rest of the week, newest first, slowly enough not to be noticed. */
export async function postOlderHistory(options: DemoHistoryOptions): Promise<number> {
  const { feeds, folder, openedAt, poster, signal, log } = options;
  const week = { from: openedAt - WEEK_MS, to: openedAt - DAY_MS };
  const chunks = missingSpans(week, folder.posted)
    .reverse()
    .flatMap((span) => newestFirst(span, CHUNK_MS));
  let count = 0;
  for (const [done, chunk] of chunks.entries()) {
    count += await poster.postAll(coarse(feeds, chunk), { perSecond: BACKGROUND_PER_SECOND, signal });
    if (signal.aborted) return count;
    folder.addPosted(chunk);
    if ((done + 1) % 4 === 0) log(`history of the past week: ${Math.round(((done + 1) / chunks.length) * 100)} %`);
  }
  return count;
}

const isDesk = (place: Feed["places"][number]) => place.kind === "desk";

const only = (feeds: readonly Feed[], wanted: typeof isDesk): Feed[] =>
  feeds.map((feed) => ({ ...feed, places: feed.places.filter(wanted) }));

function* coarse(feeds: readonly Feed[], span: TimeSpan): Generator<string> {
  yield* historyBodies(
    only(feeds, (place) => !isDesk(place)),
    { ...span, stepMinutes: ROOM_STEP_MINUTES },
  );
  yield* historyBodies(only(feeds, isDesk), { ...span, stepMinutes: DESK_STEP_MINUTES });
}

function* fine(feeds: readonly Feed[], span: TimeSpan): Generator<string> {
  yield* historyBodies(
    only(feeds, (place) => !isDesk(place)),
    { ...span, stepMinutes: 1, withCorrections: true },
  );
  yield* historyBodies(only(feeds, isDesk), { ...span, stepMinutes: ROOM_STEP_MINUTES });
}
