import "server-only";
import type { FloorFrame } from "@/lib/core/floor";
import type { FloorCursor } from "@/lib/db/floor-repository";

export interface FloorFeedOptions {
  /** Frames of the floors that are past their cursor, in one query. */
  readonly readFrames: (cursors: readonly FloorCursor[]) => Promise<FloorFrame[]>;
  readonly readCursors: (floorIds: readonly number[]) => Promise<FloorCursor[]>;
  /** Sends a frame to every socket that watches its floor. */
  readonly emit: (frame: FloorFrame) => void;
  /** Wakes the other instances; called once a tick with the floors committed here. */
  readonly notify: (floorIds: readonly number[]) => void;
  readonly socketCount: () => number;
  readonly onError: (error: unknown) => void;
}

export interface FloorFeed {
  /** A commit of this process touched these floors. */
  committedHere(floorIds: readonly number[]): void;
  /** Another instance says so. */
  committedElsewhere(floorIds: readonly number[]): void;
  /** Starts following a floor for the first of its watchers; null when there is no such floor. */
  follow(floorId: number): Promise<FloorCursor | null>;
  unfollow(floorId: number): void;
  /** Looks for what a lost wake-up left behind. */
  poll(): Promise<void>;
  followed(): FloorCursor[];
  stop(): void;
}

const FASTEST_MS = 25;
const FRAMES_PER_SECOND = 30_000;
const RETRY_MS = 250;

/**
 * What browsers see. Commits and notifications are only wake-ups: what is sent is what the database says, at once
 * when idle and then at least a tick apart, so that a thousand viewers cost thirty thousand frames a second at most.
 */
export function createFloorFeed(options: FloorFeedOptions): FloorFeed {
  const cursors = new Map<number, FloorCursor>();
  let dirty = new Set<number>();
  let unannounced = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  let nextAt = 0;
  let stopped = false;

  const schedule = (delayMs = 0) => {
    if (timer || stopped || (dirty.size === 0 && unannounced.size === 0)) return;
    timer = setTimeout(tick, Math.max(delayMs, nextAt - performance.now(), 0));
  };

  const tick = async () => {
    nextAt = performance.now() + Math.max(FASTEST_MS, (options.socketCount() / FRAMES_PER_SECOND) * 1000);
    if (unannounced.size > 0) options.notify([...unannounced]);
    unannounced = new Set();
    const due = [...dirty].flatMap((floorId) => cursors.get(floorId) ?? []);
    dirty = new Set();
    let retryMs = 0;
    try {
      if (due.length > 0) for (const frame of await options.readFrames(due)) send(frame);
    } catch (error) {
      options.onError(error);
      for (const cursor of due) dirty.add(cursor.floorId);
      retryMs = RETRY_MS;
    }
    timer = null;
    schedule(retryMs);
  };

  const send = (frame: FloorFrame) => {
    const floorId = Number(frame.floorId);
    if (!cursors.has(floorId)) return;
    cursors.set(floorId, { floorId, epoch: frame.epoch, offset: frame.to });
    options.emit(frame);
  };

  const wake = (floorIds: readonly number[]) => {
    for (const floorId of floorIds) if (cursors.has(floorId)) dirty.add(floorId);
    schedule();
  };

  return {
    committedHere(floorIds) {
      for (const floorId of floorIds) unannounced.add(floorId);
      wake(floorIds);
    },
    committedElsewhere: wake,
    async follow(floorId) {
      const known = cursors.get(floorId);
      if (known) return known;
      const [cursor] = await options.readCursors([floorId]);
      if (!cursor) return null;
      // Two first watchers may ask at once: the earlier cursor stays, or frames between the two would be lost.
      const other = cursors.get(floorId);
      if (!other) cursors.set(floorId, cursor);
      return other ?? cursor;
    },
    unfollow: (floorId) => void cursors.delete(floorId),
    async poll() {
      if (cursors.size === 0) return;
      const now = await options.readCursors([...cursors.keys()]);
      wake(
        now.flatMap(({ floorId, epoch, offset }) => {
          const cursor = cursors.get(floorId);
          return cursor && (cursor.epoch !== epoch || cursor.offset !== offset) ? [floorId] : [];
        }),
      );
    },
    followed: () => [...cursors.values()],
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
