let offsetMs: number | null = null;

/** Learns the server's clock from something it just said; a wrong browser clock must not make rooms stale. */
export function learnServerTime(now: string): void {
  const heard = Date.parse(now) - Date.now();
  // An answer can only be late, so the largest offset heard is the truest; a step of the clock is believed at once.
  if (offsetMs === null || heard > offsetMs || offsetMs - heard > 5_000) offsetMs = heard;
}

/** Now, ms, by the server's clock. */
export const serverNow = (): number => Date.now() + (offsetMs ?? 0);
