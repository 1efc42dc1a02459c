import { FUTURE_MS } from "../schema-parts";

const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Whole µs since the epoch of an RFC 3339 time, or null. `Date` alone would cut to ms, take 30 February for 2 March
 * and read a time without an offset as local. Finer fractions are cut; exact until the year 2255.
 */
export function microseconds(text: string): number | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const [, wallClock = "", fraction = "", sign, hours, minutes] = match;
  const ms = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(wallClock)) return null;
  const offsetMinutes = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  return (ms - offsetMinutes * 60_000) * 1000 + Number(fraction.slice(0, 6).padEnd(6, "0"));
}

/** Too far ahead of our clock (ms) to be believed. */
export const isFuture = (us: number, now: number) => us > (now + FUTURE_MS) * 1000;
