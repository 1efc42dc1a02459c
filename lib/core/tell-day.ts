import { COMFORT_METRICS } from "./air-limits";
import { bookingOutcome, type StateStretch } from "./booking-outcome";
import type { CalendarDay } from "./calendar-day";
import type { DayEvidence, SpacePlace } from "./day-evidence";
import type { HistoryPoint } from "./history";
import { METRICS, type Metric } from "./metric";
import { holdsForMs } from "./space";
import type { DayBooking, DayLine, SpaceDay } from "./space-day";
import { type StatePoint, stateLine } from "./state-line";
import { type StepPoint, stepLine } from "./step-line";
import { thinLine } from "./thin-line";
import { workingStretches } from "./working-hours";

/** What a chart gets of one line. */
const MOST_POINTS = 500;

/** A day of a space as it is told, from what was said about it by `now` (ms). */
export function tellDay(place: SpacePlace, day: CalendarDay, evidence: DayEvidence, now: number): SpaceDay {
  const span = { from: day.from, to: Math.max(day.from, Math.min(day.to, now)) };
  const { capacity, holdMs } = place;
  const line = stateLine({ ...evidence, ...place.rulesOver(span), capacity, holdMs }, span);
  const working = workingStretches(place.hours, place.holidays, { date: day.date, timeZone: place.timeZone });
  return {
    spaceId: String(place.id),
    date: day.date,
    timeZone: place.timeZone,
    from: iso(day.from),
    to: iso(day.to),
    now: iso(now),
    capacity: place.capacity,
    working: working?.map(({ from, to }) => ({ from: iso(from), to: iso(to) })) ?? null,
    holiday: place.holidays?.find(({ date }) => date === day.date)?.name ?? null,
    states: statesOf(line).map(({ at, state }) => ({ at: iso(at), state })),
    people: peopleLine(line, evidence, span),
    air: COMFORT_METRICS.flatMap((metric) => airLine(metric, evidence, span)),
    bookings: bookingsOf(evidence, stretchesOf(line, span.to), now),
    swaps: evidence.swaps.map(({ at, from, to }) => ({ at: iso(at), from, to })),
  };
}

const iso = (at: number) => new Date(at).toISOString();

const statesOf = (line: readonly StatePoint[]) => line.filter(({ state }, i) => line[i - 1]?.state !== state);

const stretchesOf = (line: readonly StatePoint[], end: number): StateStretch[] =>
  line.map(({ at, state }, i) => ({ from: at, to: line[i + 1]?.at ?? end, state }));

type Span = { readonly from: number; readonly to: number };

function peopleLine(line: readonly StatePoint[], { readings }: DayEvidence, span: Span): DayLine | null {
  const counted = readings.find(({ metric }) => METRICS[metric].says === "count");
  if (!counted) return null;
  const points = line.map(
    ({ at, count, corrected }): StepPoint => ({
      at,
      value: count,
      firstValue: corrected?.firstValue ?? 0,
      correctedAt: corrected?.correctedAt ?? null,
    }),
  );
  const changes = points.filter((point, i) => {
    const before = points[i - 1];
    return !before || before.value !== point.value || before.correctedAt !== point.correctedAt;
  });
  return dayLine(counted.metric, changes, span);
}

function airLine(metric: Metric, { readings, stays }: DayEvidence, span: Span): DayLine[] {
  const known = readings.filter((reading) => reading.metric === metric);
  if (known.length === 0) return [];
  const silences = [
    ...readings.filter((reading) => reading.metric === "online" && reading.value === 0),
    ...stays.flatMap(({ source, to }) => (to === null ? [] : [{ source, at: to }])),
  ];
  const steps = known.map((reading) => ({
    ...reading,
    source: Number(reading.source),
    holdsForMs: holdsForMs(metric, null),
  }));
  const points = stepLine(
    steps,
    span,
    silences.map(({ at, source }) => ({ at, source: Number(source) })),
  );
  return [dayLine(metric, points, span)];
}

const dayLine = (metric: Metric, points: readonly StepPoint[], span: Span): DayLine => ({
  metric,
  unit: METRICS[metric].unit,
  points: thinLine(points, span, MOST_POINTS).map(pointOf),
});

const pointOf = ({ at, value, firstValue, correctedAt }: StepPoint): HistoryPoint => ({
  at: iso(at),
  value,
  ...(correctedAt === null ? {} : { firstValue, correctedAt: iso(correctedAt) }),
});

function bookingsOf({ bookings }: DayEvidence, states: readonly StateStretch[], now: number): DayBooking[] {
  return bookings.flatMap((booking): DayBooking[] => {
    const startsAt = booking.startsAt ?? booking.checkedInAt;
    const outcome = bookingOutcome(booking, states, now);
    if (startsAt === null || outcome === null) return [];
    return [{ startsAt: iso(startsAt), endsAt: booking.endsAt === null ? null : iso(booking.endsAt), outcome }];
  });
}
