import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { RefusalReason } from "@/lib/core/vendor";
import type { RefusalCount } from "@/lib/db/vendor-refusal-repository";

const WRITE_EVERY_MS = 1_000;

export interface RefusalRecorder {
  /** Costs a few additions; what is refused comes from anybody and as fast as they like. */
  note(vendor: string, reason: RefusalReason, skewS: number | null): void;
  /** Writes what is left. */
  stop(): Promise<void>;
}

/** Counts refusals in memory and writes them at most once a second, the first of a quiet time at once. */
export function createRefusalRecorder(
  write: (counts: readonly RefusalCount[]) => Promise<void>,
  onError: (error: unknown) => void,
): RefusalRecorder {
  let counts = new Map<string, RefusalCount>();
  let running: Promise<void> | null = null;
  const stopping = new AbortController();

  const add = (row: RefusalCount) => {
    const known = counts.get(keyOf(row));
    counts.set(keyOf(row), known ? merged(known, row) : row);
  };
  const flush = async () => {
    const taken = [...counts.values()];
    counts = new Map();
    await write(taken).catch((error) => {
      onError(error);
      taken.forEach(add); // nothing is lost, and there are only so many vendors and reasons
    });
  };
  const run = async () => {
    while (counts.size > 0 && !stopping.signal.aborted) {
      await flush();
      await pause(WRITE_EVERY_MS, null, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
    running = null;
  };
  return {
    note(vendor, reason, skewS) {
      add({ vendor, reason, skewS, at: new Date(), count: 1 });
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
      if (counts.size > 0) await flush();
    },
  };
}

const keyOf = (row: RefusalCount) => `${row.vendor} ${row.reason}`;

function merged(a: RefusalCount, b: RefusalCount): RefusalCount {
  const newest = a.at > b.at ? a : b;
  return { ...newest, count: a.count + b.count };
}
