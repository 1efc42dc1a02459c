import type { VendorId } from "@/lib/core/observation";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a sender waits for an answer and how often it tries again. */
export interface Patience {
  readonly timeoutMs: number;
  /** Nothing is tried later than this after the first time. */
  readonly withinMs: number;
  /** The pause after the nth try, ms; null: that was the last. */
  pauseMs(attempt: number): number | null;
}

const ZOOM_PAUSES_MS = [5 * MINUTE_MS, 20 * MINUTE_MS, 60 * MINUTE_MS];

/** What each vendor's documentation promises. DT's schedule is not documented beyond "gradually increasing, up to 12 h". */
export const VENDOR_PATIENCE: Readonly<Record<VendorId, Patience>> = {
  butlr: { timeoutMs: 5 * SECOND_MS, withinMs: 10 * SECOND_MS, pauseMs: (attempt) => (attempt < 3 ? 500 : null) },
  disruptive: {
    timeoutMs: 10 * SECOND_MS,
    withinMs: 12 * HOUR_MS,
    pauseMs: (attempt) => Math.min(2 ** attempt * SECOND_MS, 10 * MINUTE_MS),
  },
  zoom: {
    timeoutMs: 3 * SECOND_MS,
    withinMs: 2 * HOUR_MS,
    pauseMs: (attempt) => ZOOM_PAUSES_MS[attempt - 1] ?? null,
  },
};
