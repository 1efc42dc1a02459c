import { DateTime } from "luxon";
import type { DayAxis, DaySpan, Stretch } from "./day-axis";

/** What a chart says about a moment. */
export interface ChartHint {
  readonly at: number;
  readonly lines: readonly string[];
}

/** The same as the chart, for whoever reads rather than looks. Newest first. */
export interface ChartTableData {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[];
}

export function clock(at: number, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toFormat("HH:mm");
}

/** "10:20–now". */
export function stretchWords({ from, to }: Stretch, { now, timeZone }: DayAxis): string {
  return `${clock(from, timeZone)}–${to === now ? "now" : clock(to, timeZone)}`;
}

/** A span as a hint says it: "10:20–now · 7 people", or that nothing is known. */
export function spanWords(span: DaySpan, axis: DayAxis, words: (value: number) => string): string {
  const time = stretchWords(span, axis);
  return span.value === null ? `No data ${time}` : `${time} · ${words(span.value)}`;
}

export const spanAt = <S extends Stretch>(spans: readonly S[], at: number): S | undefined =>
  spans.find((span) => span.from <= at && at < span.to);

/** Where nothing is known, for a sentence. */
export function gapWords(gaps: readonly Stretch[], timeZone: string): string[] {
  if (gaps.length > 3) return [`no data in ${gaps.length} stretches`];
  return gaps.map((gap) => `no data ${clock(gap.from, timeZone)} to ${clock(gap.to, timeZone)}`);
}

/** A table's rows, newest first: when, the value, and one cell more. */
export function stretchRows<S extends DaySpan>(
  spans: readonly S[],
  axis: DayAxis,
  cells: { readonly value: (value: number) => string; readonly more: (span: S) => string },
): ChartTableData["rows"] {
  return spans.toReversed().map((span) => ({
    at: span.from,
    cells: [stretchWords(span, axis), span.value === null ? "No data" : cells.value(span.value), cells.more(span)],
  }));
}

/** "People from 07:00 to 10:42: …." */
export function sentence(name: string, { from, to, now, timeZone }: DayAxis, parts: readonly string[]): string {
  return `${name} from ${clock(from, timeZone)} to ${clock(Math.min(now, to), timeZone)}: ${parts.join(", ")}.`;
}

export const NO_READING = "No reading today.";
