import type { SpaceHistory } from "@/lib/core/history";
import {
  clip,
  currentOf,
  type DayAxis,
  type DaySettings,
  type DaySpan,
  dayAxis,
  dayOf,
  daySpans,
  gapsOf,
  type Stretch,
} from "./day-axis";

export interface PresenceChartData extends DayAxis {
  /** 1 in use, 0 free, null not known. */
  readonly spans: readonly DaySpan[];
  readonly gaps: readonly Stretch[];
  readonly current: number | null;
  readonly hasReadings: boolean;
}

/** Decides everything the band of a motion or desk sensor shows. */
export function preparePresence(history: SpaceHistory, settings: DaySettings): PresenceChartData {
  const day = dayOf(history, settings.timeZone);
  const all = daySpans(
    history,
    { day, now: settings.now },
    (stretch, point): DaySpan => ({
      ...stretch,
      value: point === null || point.value === null ? null : Number(point.value > 0),
    }),
    (a, b) => a.value === b.value,
  );
  const axis = dayAxis(
    day,
    all.filter((span) => span.value === 1),
    settings,
  );
  const spans = all.flatMap((span) => clip(span, axis));
  return {
    ...axis,
    spans,
    gaps: gapsOf(spans),
    current: currentOf(spans, settings.now),
    hasReadings: all.some((span) => span.value !== null),
  };
}
