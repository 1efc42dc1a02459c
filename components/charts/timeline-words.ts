import { DateTime } from "luxon";
import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { STATE_WORD } from "@/components/state/state-words";
import type { AirLimits } from "@/lib/core/air-limits";
import { airBand, airText } from "@/lib/core/environment";
import type { BookingOutcome } from "@/lib/core/space-day";
import { inSentence, type Text } from "@/lib/core/text";
import type { DayAxis, Stretch } from "./day-axis";
import type { AirChartData } from "./prepare-air";
import type { OccupancySpan } from "./prepare-occupancy";
import { isUnknownState, type Timeline } from "./prepare-timeline";

/** What the day says about a moment. */
export interface TimelineHint {
  /** Where the cursor stands, ms: on a mark that is near. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** How far, as a share of the window, a finger or pointer may be off a mark. */
const SNAP_SHARE = 0.012;

export const clock = (at: number, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toFormat("HH:mm");

export function outcomeWord(outcome: BookingOutcome, t: Text): string {
  switch (outcome) {
    case "to-come":
      return t("booked");
    case "running":
      return t("booked, nobody yet");
    case "checked-in":
      return t("booked, checked in");
    case "used":
      return t("booked, used");
    case "no-show":
      return t("booked, no show");
    case "unknown":
      return t("booked, not known if used");
  }
}

export const spanAt = <S extends Stretch>(spans: readonly S[], moment: number): S | undefined =>
  spans.find((span) => span.from <= moment && moment < span.to);

/** Everything known of a moment, each fact a line; the cursor jumps to a correction or swap that is near. */
export function timelineHint(timeline: Timeline, moment: number, limits: AirLimits, t: Text): TimelineHint {
  const { axis, people, air, states, bookings } = timeline;
  const mark = nearestMark(timeline, moment);
  const here = mark ?? moment;
  const state = spanAt(states, here);
  const person = people && spanAt(people.spans, here);
  const lines = [
    clock(here, axis.timeZone),
    state && t(STATE_WORD[state.state]),
    person?.value != null && peopleWords(person.value, t),
    person?.correction && correctionWords(person, axis, t),
    ...bookings
      .filter(({ from, to }) => from <= here && here < to)
      .map(({ from, to, outcome }) => `${spanWords({ from, to }, axis)} ${outcomeWord(outcome, t)}`),
    ...air.map((chart) => airWords(chart, here, limits, t)),
    ...timeline.swaps.filter((swap) => swap.at === here).map((swap) => swapWords(swap, axis, t)),
  ];
  return { at: here, lines: lines.filter((line): line is string => Boolean(line)) };
}

function nearestMark({ axis, people, swaps }: Timeline, moment: number): number | null {
  const reach = (axis.to - axis.from) * SNAP_SHARE;
  const marks = [...swaps.map((swap) => swap.at), ...(people?.corrections ?? []).map((one) => one.at)];
  const near = marks.filter((one) => Math.abs(one - moment) <= reach);
  return near.sort((a, b) => Math.abs(a - moment) - Math.abs(b - moment))[0] ?? null;
}

/** "09:10–09:30". */
export const spanWords = ({ from, to }: Stretch, { timeZone }: Pick<DayAxis, "timeZone">) =>
  `${clock(from, timeZone)}–${clock(to, timeZone)}`;

const peopleWords = (count: number, t: Text) =>
  t("{count, plural, =0 {nobody} one {# person} other {# people}}", { count });

export function correctionWords({ correction }: OccupancySpan, { timeZone }: DayAxis, t: Text): string {
  if (!correction) return "";
  const { from, to, correctedAt } = correction;
  return t("{from} → {to}, corrected {time}", { from, to, time: clock(correctedAt, timeZone) });
}

const swapWords = (swap: Timeline["swaps"][number], { timeZone }: DayAxis, t: Text): string =>
  t("{time} device replaced: {from} → {to}", { time: clock(swap.at, timeZone), from: swap.from, to: swap.to });

function airWords(chart: AirChartData, moment: number, limits: AirLimits, t: Text): string {
  const value = spanAt(chart.spans, moment)?.value;
  if (value == null) return "";
  const band = airBand(chart.metric, value, limits);
  const word = band ? ` ${inSentence(t(bandWord(chart.metric, band)), t)}` : "";
  return `${t(AIR_NAMES[chart.metric])} ${airText(chart.metric, value, t)}${word}`;
}

const MINUTE_MS = 60_000;

/** "2 h 10 min". */
export function lengthWords(ms: number, t: Text): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t("{rest} min", { rest });
  return rest === 0 ? t("{hours} h", { hours }) : t("{hours} h {rest} min", { hours, rest });
}

/** The day as a few sentences, for whoever cannot see it. */
export function timelineSummary(timeline: Timeline, t: Text): string {
  const { axis, states, people, bookings, air } = timeline;
  const sum = (pick: (state: Timeline["states"][number]) => boolean) =>
    states.filter(pick).reduce((total, { from, to }) => total + to - from, 0);
  const used = sum(({ state }) => state === "occupied" || state === "over");
  const unknown = sum(({ state }) => isUnknownState(state));
  const most = people?.spans.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const noShows = bookings.filter(({ outcome }) => outcome === "no-show").length;
  const from = clock(axis.from, axis.timeZone);
  const to = clock(Math.max(axis.from, Math.min(axis.end, axis.to)), axis.timeZone);
  return [
    t("From {from} to {to}: in use for {used}.", { from, to, used: lengthWords(used, t) }),
    unknown > 0 && t("Not known for {unknown}.", { unknown: lengthWords(unknown, t) }),
    most?.value && t("Most people: {count} at {time}.", { count: most.value, time: clock(most.from, axis.timeZone) }),
    people &&
      people.corrections.length > 0 &&
      t("{count, plural, one {# value} other {# values}} restated.", { count: people.corrections.length }),
    bookings.length > 0 &&
      t(
        "{count, plural, one {# booking} other {# bookings}}, {noShows, plural, =0 {no no-show} one {# no-show} other {# no-shows}}.",
        {
          count: bookings.length,
          noShows,
        },
      ),
    ...air.map((chart) => rangeWords(chart, t)),
  ]
    .filter(Boolean)
    .join(" ");
}

function rangeWords({ metric, spans }: AirChartData, t: Text): string | null {
  const values = spans.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const low = airText(metric, Math.min(...values), t);
  const high = airText(metric, Math.max(...values), t);
  return t("{name} between {low} and {high}.", { name: t(AIR_NAMES[metric]), low, high });
}
