import type { StateStretch } from "../booking-outcome";
import type { Span } from "../moment-or-day";
import { isUsed, type LineStep, UNKNOWN } from "../space-line";

/** A stretch in which sensors could tell whether somebody was in; in order, without overlaps. */
export interface SeenStretch extends Span {
  readonly isUsed: boolean;
}

/** What a line tells between two moments, joined where nothing changes. What is unknown is left out. */
export function seenTime(line: readonly LineStep[], { from, to }: Span): SeenStretch[] {
  const seen: SeenStretch[] = [];
  for (const [i, { at, code }] of line.entries()) {
    if (code === UNKNOWN) continue;
    addSeen(seen, { from: Math.max(at, from), to: Math.min(line[i + 1]?.at ?? to, to), isUsed: isUsed(code) });
  }
  return seen;
}

/** Adds what follows, and joins it with what was before where it goes on. */
export function addSeen(seen: SeenStretch[], next: SeenStretch): void {
  if (next.from >= next.to) return;
  const last = seen.at(-1);
  if (last?.to === next.from && last.isUsed === next.isUsed) seen[seen.length - 1] = { ...last, to: next.to };
  else seen.push(next);
}

/**
 * The states of a booking's own time. Whoever left before it began may hold the space for a while: that is nobody who
 * came for this booking.
 */
export function statesDuring(seen: readonly SeenStretch[], { from, to }: Span, holdMs: number | null): StateStretch[] {
  const states: StateStretch[] = [];
  let at = from;
  for (let i = firstAfter(seen, from); i < seen.length; i++) {
    const stretch = seen[i] as SeenStretch;
    if (stretch.from >= to) break;
    if (stretch.from > at) states.push({ from: at, to: stretch.from, state: "unknown" });
    const until = Math.min(stretch.to, to);
    const isHere = stretch.isUsed && !isHoldOfBefore(stretch, seen[i + 1], from, holdMs);
    states.push({ from: Math.max(at, stretch.from), to: until, state: isHere ? "occupied" : "free" });
    at = until;
  }
  if (at < to) states.push({ from: at, to, state: "unknown" });
  return states;
}

/** Somebody left no later than the booking began, and only the hold reaches into it. */
function isHoldOfBefore(used: SeenStretch, next: SeenStretch | undefined, start: number, holdMs: number | null) {
  if (holdMs === null || used.from >= start) return false;
  return next?.from === used.to && used.to - holdMs <= start;
}

/** Index of the first stretch that ends after a moment. */
function firstAfter(seen: readonly SeenStretch[], at: number): number {
  let [low, high] = [0, seen.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seen[middle] as SeenStretch).to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
