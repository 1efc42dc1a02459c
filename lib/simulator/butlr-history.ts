import { type ButlrEvent, butlrEvent, sensedAt } from "./butlr-events";
import { type ButlrCounts, reportedCount } from "./butlr-feed";
import type { ButlrPlace } from "./butlr-places";
import type { Post, Span } from "./planned-post";

const MINUTE_MS = 60_000;
const COMPUTED_AFTER_MS = 2_000;
const CORRECTED_AFTER_MS = MINUTE_MS + COMPUTED_AFTER_MS;

export interface CountSpan extends Span {
  /** Less than ten, or charts show gaps. */
  readonly stepMinutes: number;
  /** Also send the counts that were corrected a minute later. */
  readonly withCorrections?: boolean;
}

/**
 * The counts of a past span, oldest first, and the corrections after them: side by side a door would take both for
 * one. The same span gives the same bodies, so a second run only finds duplicates.
 */
export function* countHistory(all: readonly ButlrCounts[], span: CountSpan): Generator<Post> {
  const step = span.stepMinutes * MINUTE_MS;
  const corrections: Post[] = [];
  for (let minute = Math.ceil(span.from / step) * step; minute < span.to; minute += step) {
    for (const counts of all) {
      for (const place of counts.places) {
        const [first, correction] = computations(counts, place, sensedAt(place, minute), span.withCorrections ?? false);
        if (first) yield postOf(first);
        if (correction) corrections.push(postOf(correction));
      }
    }
  }
  yield* corrections;
}

const postOf = (event: ButlrEvent): Post => ({ vendor: "butlr", body: JSON.stringify(event) });

/** What was first said about a moment, and what a minute later when that was wrong. */
function computations(
  counts: ButlrCounts,
  place: ButlrPlace,
  observedAt: number,
  withCorrections: boolean,
): ButlrEvent[] {
  const truth = counts.countAt(place.spaceId, observedAt);
  if (truth === null) return [];
  const first = withCorrections && !counts.measured ? reportedCount(place, observedAt, 0, truth) : truth;
  const event = butlrEvent(place, observedAt, observedAt + COMPUTED_AFTER_MS, first);
  return first === truth ? [event] : [event, butlrEvent(place, observedAt, observedAt + CORRECTED_AFTER_MS, truth)];
}
