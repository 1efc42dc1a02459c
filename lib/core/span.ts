/** A stretch of time, ms; without an end until somebody says so. */
export interface Span {
  readonly from: number;
  readonly until: number | null;
}

/** Does something that ends then, or never, go on after a moment (ms)? */
export const isAfter = (until: number | null, at: number): boolean => until === null || until > at;

/** The stretch around a moment in which one span or another is on without a break; null when none is. */
export function spanAt(spans: readonly Span[], at: number): Span | null {
  let around: Span | null = null;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (around === null) {
      if (span.from <= at && isAfter(span.until, at)) around = span;
      continue;
    }
    if (around.until === null || span.from > around.until) break;
    const until: number | null = span.until === null ? null : Math.max(around.until, span.until);
    around = { from: around.from, until };
  }
  return around;
}

/** When being in one of the spans, or in none, changes next after a moment, ms; null for never. */
export function nextSpanChange(spans: readonly Span[], at: number): number | null {
  const around = spanAt(spans, at);
  if (around) return around.until;
  const starts = spans.map(({ from }) => from).filter((from) => from > at);
  return starts.length > 0 ? Math.min(...starts) : null;
}
