import type { Stretch } from "@/components/charts/day-axis";
import { dateAfter, momentsAt, wallDate, wallTime } from "@/lib/core/wall-clock";

/** Two times of a day as fields say them: "08:30". */
export interface TypedSpan {
  readonly from: string;
  readonly until: string;
}

/** A span (ms) on the clock of its place. */
export const typedOf = ({ from, to }: Stretch, timeZone: string): TypedSpan => ({
  from: wallTime(from, timeZone),
  until: wallTime(to, timeZone),
});

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What was typed in place of a span, ms; midnight as an end is that of the next day. Null for what is no span. */
export function spanTyped({ from, until }: TypedSpan, instead: Stretch, timeZone: string): Stretch | null {
  const before = typedOf(instead, timeZone);
  if (!isTime(from) || !isTime(until)) return null;
  const date = wallDate(instead.from, timeZone);
  const endDate = until === "00:00" ? dateAfter(date, 1) : date;
  // What nobody changed stays as it is, also in an hour that a clock change repeats.
  const span = {
    from: from === before.from ? instead.from : momentsAt(date, from, timeZone).first,
    to: until === before.until ? instead.to : momentsAt(endDate, until, timeZone).last,
  };
  return span.from < span.to ? span : null;
}
