import type { AlertSeverity } from "../alert";

const MINUTE_MS = 60_000;
/** A booking that begins within this counts, ms. */
export const BOOKING_AHEAD_MS = 120 * MINUTE_MS;

/** What an alert means for people now. Moments are ms since the epoch. */
export interface Impact {
  /** Null where nobody counts. */
  readonly people: number | null;
  readonly booking: { readonly startsAt: number; readonly endsAt: number | null } | null;
  readonly spaces: number;
}

/** From how long before its start a booking weighs how much. */
const SOON: readonly [withinMs: number, weight: number][] = [
  [0, 300],
  [15 * MINUTE_MS, 250],
  [60 * MINUTE_MS, 120],
  [BOOKING_AHEAD_MS, 60],
];

const SEVERITY: Record<AlertSeverity, number> = { critical: 3, warning: 2, notice: 1 };

/** The higher, the sooner somebody should look: people in there first, then who comes next, then how much, then how grave. */
export function impactRank({ people, booking, spaces }: Impact, severity: AlertSeverity, now: number): number {
  const inside = people !== null && people > 0 ? 400 + Math.min(people, 99) : 0;
  const soon = booking ? (SOON.find(([within]) => booking.startsAt - now <= within)?.[1] ?? 0) : 0;
  return (inside + soon + Math.min(spaces, 50) * 2) * 4 + SEVERITY[severity];
}

/** When time alone changes the rank, ms; null when only news can. */
export function impactChangesAt({ booking }: Pick<Impact, "booking">, now: number): number | null {
  if (!booking) return null;
  const moments = [...SOON.map(([within]) => booking.startsAt - within), booking.endsAt];
  const ahead = moments.filter((at): at is number => at !== null && at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
