import { butlrEvent, sensedAt } from "./butlr-events";
import { type Feed, reportedCount } from "./butlr-feed";

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

/** The webhooks of a past span, oldest first. The same span gives the same bodies, so a second run only finds duplicates. */
export function* historyBodies(feeds: readonly Feed[], span: HistorySpan): Generator<string> {
  const step = span.stepMinutes * MINUTE_MS;
  for (let minute = Math.ceil(span.from / step) * step; minute < span.to; minute += step) {
    for (const feed of feeds) yield* minuteBodies(feed, minute, span.withCorrections ?? false);
  }
}

function* minuteBodies(feed: Feed, minute: number, withCorrections: boolean): Generator<string> {
  for (const place of feed.places) {
    const observedAt = sensedAt(place, minute);
    const truth = feed.countAt(place.spaceId, observedAt);
    if (truth === null) continue;
    const first = withCorrections && !feed.measured ? reportedCount(place, observedAt, 0, truth) : truth;
    yield JSON.stringify(butlrEvent(place, observedAt, observedAt + COMPUTED_AFTER_MS, first));
    if (first !== truth) yield JSON.stringify(butlrEvent(place, observedAt, observedAt + CORRECTED_AFTER_MS, truth));
  }
}
