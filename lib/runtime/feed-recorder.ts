import { LAG_BUCKETS, lagBucket } from "@/lib/core/feed-health";
import type { FeedMinute } from "@/lib/db/feed-repository";
import type { Outcome } from "@/lib/ingest/outcome";

const MINUTE_MS = 60_000;

export interface FeedRecorderOptions {
  /** Adds counts to the database; throws when nothing was added. */
  readonly add: (minutes: readonly FeedMinute[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

interface Arrival {
  readonly vendor: string;
  readonly receivedAtUs: number;
  readonly observedAtUs: number | null;
}

/** Counts how deliveries end, per vendor and minute. */
export interface FeedRecorder {
  ended(delivery: Arrival, outcome: Outcome): void;
  /** Somebody said to be this vendor and was not believed. */
  refused(vendor: string): void;
  /** Adds what was counted to the database; what could not be added is kept for the next time. */
  flush(): Promise<void>;
}

type Counts = { -readonly [K in keyof FeedMinute]: FeedMinute[K] } & { lags: number[] };
type Counted = "duplicates" | "unhandled" | "quarantined" | "unavailable";

const COUNTED: Partial<Record<Outcome["kind"], Counted>> = {
  duplicate: "duplicates",
  unhandled: "unhandled",
  quarantined: "quarantined",
  unavailable: "unavailable",
};

/** A few additions per delivery; the database hears the sums. */
export function createFeedRecorder({ add, onError, now = Date.now }: FeedRecorderOptions): FeedRecorder {
  let counted = new Map<string, Counts>();
  let flushed = Promise.resolve();

  const countsOf = (vendor: string, at: number): Counts => {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const key = `${vendor} ${minute}`;
    const found = counted.get(key);
    if (found) return found;
    const made = noCounts(vendor, minute);
    counted.set(key, made);
    return made;
  };

  const flushNow = async () => {
    if (counted.size === 0) return;
    const taken = counted;
    counted = new Map();
    try {
      await add([...taken.values()]);
    } catch (error) {
      for (const counts of taken.values()) addTo(countsOf(counts.vendor, counts.minute), counts);
      onError(error);
    }
  };

  return {
    ended({ vendor, receivedAtUs, observedAtUs }, outcome) {
      const at = Math.floor(receivedAtUs / 1000);
      const counts = countsOf(vendor, at);
      counts.received++;
      counts.lastAt = Math.max(counts.lastAt ?? 0, at);
      const word = COUNTED[outcome.kind];
      if (word) counts[word]++;
      if (outcome.kind !== "stored" || observedAtUs === null) return;
      const bucket = lagBucket((receivedAtUs - observedAtUs) / 1000);
      counts.lags[bucket] = (counts.lags[bucket] ?? 0) + 1;
    },
    refused(vendor) {
      countsOf(vendor, now()).refused++;
    },
    flush() {
      flushed = flushed.then(flushNow); // never two at once: a slow database gets one connection of ours, not many
      return flushed;
    },
  };
}

const noCounts = (vendor: string, minute: number): Counts => ({
  vendor,
  minute,
  received: 0,
  duplicates: 0,
  unhandled: 0,
  quarantined: 0,
  refused: 0,
  unavailable: 0,
  lags: Array<number>(LAG_BUCKETS).fill(0),
  lastAt: null,
});

function addTo(counts: Counts, more: Counts): void {
  counts.received += more.received;
  counts.duplicates += more.duplicates;
  counts.unhandled += more.unhandled;
  counts.quarantined += more.quarantined;
  counts.refused += more.refused;
  counts.unavailable += more.unavailable;
  counts.lags = counts.lags.map((count, bucket) => count + (more.lags[bucket] ?? 0));
  if (more.lastAt !== null) counts.lastAt = Math.max(counts.lastAt ?? 0, more.lastAt);
}
