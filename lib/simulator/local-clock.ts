import { DateTime } from "luxon";

/** A moment as people at the site read it. */
export interface LocalTime {
  /** yyyy-mm-dd */
  readonly date: string;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** Minutes since local midnight. */
  readonly minute: number;
}

const MINUTE_MS = 60_000;

/** Reads the clock of a time zone. Remembers the last minute, because whole buildings ask for the same one. */
export function localClock(timeZone: string): (atMs: number) => LocalTime {
  let lastMinute = Number.NaN;
  let last: LocalTime;
  return (atMs) => {
    const minute = Math.floor(atMs / MINUTE_MS);
    if (minute !== lastMinute) {
      const local = DateTime.fromMillis(minute * MINUTE_MS, { zone: timeZone });
      last = { date: local.toISODate() ?? "", weekday: local.weekday, minute: local.hour * 60 + local.minute };
      lastMinute = minute;
    }
    return last;
  };
}
