/**
 * Share (0–1) of a stretch of time (ms) in which readings stood for "now": each stands from its moment for `holdMs`.
 * Moments in order.
 */
export function coverageOf(moments: readonly number[], holdMs: number, from: number, to: number): number {
  if (to <= from) return 0;
  let covered = 0;
  let end = from;
  for (const at of moments) {
    const start = Math.max(at, end);
    const until = Math.min(at + holdMs, to);
    if (until > start) covered += until - start;
    end = Math.max(end, until);
  }
  return covered / (to - from);
}
