import { MINUTE_MS } from "./minutes";
import type { LiveFeed, PlannedPost } from "./planned-post";

export interface LiveOptions {
  readonly feeds: readonly LiveFeed[];
  /** The first minute to send, ms; this one when left out. */
  readonly from?: number;
  readonly post: (planned: PlannedPost) => Promise<unknown>;
  /** Told at the start of every minute, when everything before it has been planned. */
  readonly onMinute?: (minuteStart: number) => void;
}

const TICK_MS = 200;
/** After the computer slept, the vendors' own queues would hold this much. */
const CATCH_UP_MINUTES = 5;

/** Sends the feeds in real time, each event when it is due, until stopped. */
export function startLive({ feeds, from = Date.now(), post, onMinute }: LiveOptions): { stop(): void } {
  let waiting: PlannedPost[] = [];
  let plannedUntil = Math.floor(from / MINUTE_MS) * MINUTE_MS;

  const planUntil = (now: number) => {
    plannedUntil = Math.max(plannedUntil, Math.floor(now / MINUTE_MS - CATCH_UP_MINUTES) * MINUTE_MS);
    for (; plannedUntil <= now; plannedUntil += MINUTE_MS) {
      const planned = feeds.flatMap((feed) => feed.planMinute(plannedUntil));
      waiting = [...waiting, ...planned].sort((a, b) => a.dueAt - b.dueAt);
      onMinute?.(plannedUntil);
    }
  };

  const timer = setInterval(() => {
    const now = Date.now();
    planUntil(now);
    const due = waiting.findIndex((planned) => planned.dueAt > now);
    const ready = waiting.splice(0, due === -1 ? waiting.length : due);
    for (const planned of ready) void post(planned);
  }, TICK_MS);
  return { stop: () => clearInterval(timer) };
}
