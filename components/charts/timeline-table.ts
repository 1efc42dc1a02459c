import { DateTime } from "luxon";
import { AIR_NAMES } from "@/components/air/air-words";
import { STATE_WORD } from "@/components/state/state-words";
import { airFigure, airUnit } from "@/lib/core/environment";
import type { Text } from "@/lib/core/text";
import type { DayAxis } from "./day-axis";
import type { Timeline } from "./prepare-timeline";
import { clock, correctionWords, outcomeWord, spanAt } from "./timeline-words";

/** The same as a chart, for whoever reads rather than looks. */
export interface ChartTableData {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[];
}

const HOUR_MS = 3_600_000;

/** A row wherever the state, the people or a booking changes, and at each full hour; the oldest first. */
export function timelineTable(timeline: Timeline, t: Text): ChartTableData {
  const { axis, air, bookings } = timeline;
  const hasBookings = bookings.length > 0;
  return {
    label: t("The day as a table"),
    heads: [
      t("Time"),
      t("State"),
      ...(timeline.people ? [t("People"), t("Restated")] : []),
      ...(hasBookings ? [t("Booking")] : []),
      ...air.map(({ metric }) => `${t(AIR_NAMES[metric])} (${airUnit(metric, t)})`),
    ],
    rows: stretchesOf(timeline).map(({ from, to }) => ({
      at: from,
      cells: [
        `${clock(from, axis.timeZone)}–${to === axis.now ? t("now") : clock(to, axis.timeZone)}`,
        ...cellsAt(timeline, from, t),
      ],
    })),
  };
}

/** The same rows with whole time stamps, for a spreadsheet. */
export function timelineCsvRows(timeline: Timeline, t: Text): string[][] {
  const { heads } = timelineTable(timeline, t);
  const stamp = (at: number) =>
    DateTime.fromMillis(at, { zone: timeline.axis.timeZone }).toISO({ suppressMilliseconds: true }) ?? "";
  return [
    [t("From"), t("To"), ...heads.slice(1)],
    ...stretchesOf(timeline).map(({ from, to }) => [stamp(from), stamp(to), ...cellsAt(timeline, from, t)]),
  ];
}

function cellsAt({ states, people, bookings, air, axis }: Timeline, at: number, t: Text): string[] {
  const state = spanAt(states, at);
  const person = people && spanAt(people.spans, at);
  const booking = spanAt(bookings, at);
  const isStart = person?.from === at;
  return [
    state ? t(STATE_WORD[state.state]) : "",
    ...(people
      ? [person?.value == null ? "" : String(person.value), person && isStart ? correctionWords(person, axis, t) : ""]
      : []),
    ...(bookings.length > 0 ? [booking ? outcomeWord(booking.outcome, t) : ""] : []),
    ...air.map(({ metric, spans }) => {
      const value = spanAt(spans, at)?.value;
      return value == null ? "" : airFigure(metric, value, t);
    }),
  ];
}

function stretchesOf({ states, people, bookings, axis }: Timeline): { from: number; to: number }[] {
  const end = Math.min(axis.to, axis.end);
  const starts = [
    ...states.map(({ from }) => from),
    ...(people?.spans ?? []).map(({ from }) => from),
    ...bookings.flatMap(({ from, to }) => [from, to]),
    ...hoursOf(axis),
  ];
  const moments = [...new Set(starts)].filter((at) => at >= axis.from && at < end).sort((a, b) => a - b);
  return moments.map((from, i) => ({ from, to: moments[i + 1] ?? end }));
}

const hoursOf = ({ from, to }: DayAxis): number[] =>
  Array.from({ length: Math.ceil((to - from) / HOUR_MS) }, (_, i) => from + i * HOUR_MS);
