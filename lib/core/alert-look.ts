import { z } from "zod";

/** Who comes back after this long begins a new visit, ms. */
export const VISIT_GAP_MS = 30 * 60_000;

/** Moments are ms since the epoch. */
export interface AlertLook {
  /** What came after this is new to them; null on their first visit. */
  readonly since: number | null;
  /** When they were last seen looking. */
  readonly seenAt: number;
}

/** Somebody looks, now. As long as a visit lasts, what was new at its beginning stays new. */
export function lookedAgain(before: AlertLook | null, now: number): AlertLook {
  if (before === null) return { since: null, seenAt: now };
  const isSameVisit = now - before.seenAt < VISIT_GAP_MS;
  return { since: isSameVisit ? before.since : before.seenAt, seenAt: Math.max(now, before.seenAt) };
}

/** `POST /api/alerts/look`: since when alerts are new to who asks; null on their first visit. */
export const LookAnswer = z.object({ since: z.iso.datetime().nullable() });
export type LookAnswer = z.infer<typeof LookAnswer>;
