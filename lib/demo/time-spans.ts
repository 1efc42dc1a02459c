/** From a moment until just before another, ms. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The same time in as few spans as possible, oldest first. */
export function mergeSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const merged: TimeSpan[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** What of `wanted` is not in `covered`, oldest first. */
export function missingSpans(wanted: TimeSpan, covered: readonly TimeSpan[]): TimeSpan[] {
  const missing: TimeSpan[] = [];
  let from = wanted.from;
  for (const span of mergeSpans(covered)) {
    if (span.from > from) missing.push({ from, to: Math.min(span.from, wanted.to) });
    from = Math.max(from, span.to);
  }
  return mergeSpans([...missing, { from, to: wanted.to }].filter((span) => span.from < wanted.to));
}

/** The span in pieces of at most `lengthMs`, newest first. */
export function newestFirst(span: TimeSpan, lengthMs: number): TimeSpan[] {
  const pieces: TimeSpan[] = [];
  for (let to = span.to; to > span.from; to -= lengthMs) {
    pieces.push({ from: Math.max(span.from, to - lengthMs), to });
  }
  return pieces;
}
