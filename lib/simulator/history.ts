import { type ButlrEvent, butlrEvent, sensedAt } from "./butlr-events";
import { type Feed, reportedCount } from "./butlr-feed";
import type { ButlrPlace } from "./butlr-places";

const MINUTE_MS = 60_000;
const COMPUTED_AFTER_MS = 2_000;
const CORRECTED_AFTER_MS = MINUTE_MS + COMPUTED_AFTER_MS;

export interface HistorySpan {
  readonly from: number;
  readonly to: number;
  /** Less than ten, or charts show gaps. */
  readonly stepMinutes: number;
  /** Also send the counts that were corrected a minute later. */
  readonly withCorrections?: boolean;
}

/**
 * The webhooks of a past span, oldest first, and the corrections after them: side by side a door would take both for
 * one. The same span gives the same bodies, so a second run only finds duplicates.
 */
export function* historyBodies(feeds: readonly Feed[], span: HistorySpan): Generator<string> {
  const step = span.stepMinutes * MINUTE_MS;
  const corrections: string[] = [];
  for (let minute = Math.ceil(span.from / step) * step; minute < span.to; minute += step) {
    for (const feed of feeds) {
      for (const place of feed.places) {
        const [first, correction] = computations(feed, place, sensedAt(place, minute), span.withCorrections ?? false);
        if (first) yield JSON.stringify(first);
        if (correction) corrections.push(JSON.stringify(correction));
      }
    }
  }
  yield* corrections;
}

/** What was first said about a moment, and what a minute later when that was wrong. */
function computations(feed: Feed, place: ButlrPlace, observedAt: number, withCorrections: boolean): ButlrEvent[] {
  const truth = feed.countAt(place.spaceId, observedAt);
  if (truth === null) return [];
  const first = withCorrections && !feed.measured ? reportedCount(place, observedAt, 0, truth) : truth;
  const event = butlrEvent(place, observedAt, observedAt + COMPUTED_AFTER_MS, first);
  return first === truth ? [event] : [event, butlrEvent(place, observedAt, observedAt + CORRECTED_AFTER_MS, truth)];
}
