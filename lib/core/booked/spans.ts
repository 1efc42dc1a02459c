import type { Span } from "../moment-or-day";

/** Stretches in order and joined where they meet or overlap. Empty ones are left out. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}

/** The same, also joined over gaps of at most `gapMs`. */
export function joinNear(spans: readonly Span[], gapMs: number): Span[] {
  const wide = joinSpans(spans.map(({ from, to }) => ({ from, to: to + gapMs })));
  return wide.map(({ from, to }) => ({ from, to: to - gapMs }));
}
