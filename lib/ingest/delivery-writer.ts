import "server-only";
import type { PendingDelivery } from "./apply-deliveries";
import type { Outcome, Written } from "./outcome";

export interface DeliveryWriterOptions {
  /** Commits a batch and answers one ending per delivery, in order; throws when nothing was committed. */
  readonly apply: (batch: readonly PendingDelivery[]) => Promise<Written[]>;
  readonly maxBatch?: number;
  readonly maxInFlight?: number;
  /** How many must wait before a batch is committed beside another one that is not overdue. */
  readonly worthASecond?: number;
  readonly maxWaiting?: number;
  readonly maxWaitingBytes?: number;
  readonly deadlineMs?: number;
  readonly onFailure?: (error: unknown, batchSize: number) => void;
}

export interface DeliveryWriter {
  /** Calls `answer` once, after the commit, or with `unavailable` when it cannot promise one in time; it may not throw. */
  store(delivery: PendingDelivery, answer: (outcome: Outcome) => void): void;
  /** Waits until everything taken in has been answered. */
  drain(): Promise<void>;
  readonly waiting: number;
}

interface Waiting {
  readonly delivery: PendingDelivery;
  /** When it must have an answer, ms of performance.now(). */
  readonly until: number;
  /** Null once it has been answered. */
  answer: ((outcome: Outcome) => void) | null;
}

function give(waiting: Waiting, outcome: Outcome): void {
  const { answer } = waiting;
  waiting.answer = null;
  answer?.(outcome);
}

/** How late a deadline or a slow commit may be noticed, ms: one look at all of them costs less than a timer for each. */
const LOOK_EVERY_MS = 50;

/** 30–90 s, spread so that a vendor's queue does not come back all at once. */
const retryLater = (): Outcome => ({ kind: "unavailable", retryAfterS: 30 + Math.floor(Math.random() * 60) });

/**
 * Group commit: a batch is whatever arrived while the batch before it was committing. At idle a delivery commits alone, at
 * once; under load one transaction serves hundreds, and a large batch is committed beside another. A small one is not,
 * because each costs as much as fifty rows, unless the other takes long. Nothing is answered before its commit.
 */
export function createDeliveryWriter(options: DeliveryWriterOptions): DeliveryWriter {
  const {
    maxBatch = 500,
    maxInFlight = 2,
    worthASecond = 128,
    maxWaiting = 5_000,
    maxWaitingBytes = 32 << 20,
    deadlineMs = 2_000,
  } = options;
  const queue: Waiting[] = [];
  const committing = new Set<readonly Waiting[]>();
  let queuedBytes = 0;
  let inFlight = 0;
  let newestStart = 0;
  let clock: NodeJS.Timeout | null = null;
  const idle: (() => void)[] = [];

  const look = () => {
    pump();
    const now = performance.now();
    for (const waiting of [...queue, ...[...committing].flat()]) {
      if (waiting.until <= now) give(waiting, retryLater());
    }
  };
  const watchDeadlines = () => {
    clock ??= setInterval(look, LOOK_EVERY_MS);
  };
  const unwatchDeadlines = () => {
    if (clock) clearInterval(clock);
    clock = null;
  };

  const endingsOf = async (batch: readonly Waiting[]): Promise<readonly Outcome[]> => {
    try {
      return await options.apply(batch.map((waiting) => waiting.delivery));
    } catch (error) {
      options.onFailure?.(error, batch.length);
      return [];
    }
  };

  const commit = async (batch: Waiting[]) => {
    inFlight++;
    newestStart = performance.now();
    committing.add(batch);
    const endings = await endingsOf(batch);
    committing.delete(batch);
    inFlight--;
    pump(); // the database works on the next ones while these are answered
    for (const [i, waiting] of batch.entries()) give(waiting, endings[i] ?? retryLater());
  };

  const isOverdue = () => performance.now() - newestStart >= LOOK_EVERY_MS;
  const fewest = () => (inFlight === 0 || isOverdue() ? 1 : worthASecond);

  const pump = () => {
    while (inFlight < maxInFlight && queue.length >= fewest()) {
      const batch = queue.splice(0, maxBatch);
      for (const { delivery } of batch) queuedBytes -= delivery.body.length;
      void commit(batch);
    }
    if (inFlight > 0) return;
    unwatchDeadlines();
    for (const resolve of idle.splice(0)) resolve();
  };

  return {
    get waiting() {
      return queue.length;
    },
    store(delivery, answer) {
      if (queue.length >= maxWaiting || queuedBytes + delivery.body.length > maxWaitingBytes) {
        answer(retryLater());
        return;
      }
      queue.push({ delivery, until: performance.now() + deadlineMs, answer });
      queuedBytes += delivery.body.length;
      watchDeadlines();
      pump();
    },
    drain: () =>
      new Promise((resolve) => {
        if (inFlight === 0 && queue.length === 0) resolve();
        else idle.push(resolve);
      }),
  };
}
