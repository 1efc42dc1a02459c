/** What the clock and the calendar on a wall say. */
export interface WallClock {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** No zone changes its clock but at a quarter of an hour. */
const SLOT = 15 * MINUTE;
const MOST_SLOTS = 20_000;

const readers = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** How far the clocks of a zone are ahead of UTC at a moment (ms), ms. Throws RangeError for an unknown zone. */
export function zoneOffset(at: number, timeZone: string): number {
  const slot = Math.floor(at / SLOT);
  let known = offsets.get(timeZone);
  if (!known || known.size >= MOST_SLOTS) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(slot);
  if (offset === undefined) {
    offset = readOffset(slot * SLOT, timeZone);
    known.set(slot, offset);
  }
  return offset;
}

function readOffset(at: number, timeZone: string): number {
  let reader = readers.get(timeZone);
  if (!reader) {
    const numeric = "numeric";
    const date = { era: "short", year: numeric, month: numeric, day: numeric } as const;
    const time = { hour: numeric, minute: numeric, second: numeric, hourCycle: "h23" } as const;
    reader = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", ...date, ...time });
    readers.set(timeZone, reader);
  }
  const parts = new Map(reader.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year = 0, month = 1, day, hour, minute, second] = (
    ["year", "month", "day", "hour", "minute", "second"] as const
  ).map((name) => Number(parts.get(name)));
  return Date.UTC(parts.get("era") === "BC" ? 1 - year : year, month - 1, day, hour, minute, second) - at;
}

/** What the clocks of a zone say at a moment (ms). */
export function wallClock(at: number, timeZone: string): WallClock {
  const local = new Date(at + zoneOffset(at, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay() || 7,
  };
}

/** The date of a moment (ms) in a zone, yyyy-mm-dd. */
export const wallDate = (at: number, timeZone: string): string => localIso(at, timeZone).slice(0, 10);

/** The time of day of a moment (ms) in a zone, 24 h: "08:30". */
export const wallTime = (at: number, timeZone: string): string => localIso(at, timeZone).slice(11, 16);

/** The same to the second: "08:30:05". */
export const wallSeconds = (at: number, timeZone: string): string => localIso(at, timeZone).slice(11, 19);

const localIso = (at: number, timeZone: string) => new Date(at + zoneOffset(at, timeZone)).toISOString();

/** A moment as ISO 8601 with the offset of the zone: "2026-11-21T08:30:05.000+01:00". */
export function wallIso(at: number, timeZone: string): string {
  const minutes = Math.round(zoneOffset(at, timeZone) / MINUTE);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${localIso(at, timeZone).slice(0, -1)}${minutes < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}

/** Days since 1970 of a date (yyyy-mm-dd). */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The weekday of a date (yyyy-mm-dd), 1 (Monday) to 7. */
export const weekdayOf = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The date (yyyy-mm-dd) so many days later. */
export const dateAfter = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10);

/**
 * The moments (ms) at which the clocks of a zone say a time ("08:30", "24:00") of a date (yyyy-mm-dd): one that a clock
 * change repeats has two; one that it skips counts as that much later.
 */
export function momentsAt(
  date: string,
  time: string,
  timeZone: string,
): { readonly first: number; readonly last: number } {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const local = dayNumber(date) * DAY + (hours * 60 + minutes) * MINUTE;
  const before = zoneOffset(local - DAY, timeZone);
  const after = zoneOffset(local + DAY, timeZone);
  const real = [local - before, local - after].filter((at) => at + zoneOffset(at, timeZone) === local);
  if (real.length === 0) return { first: local - before, last: local - before };
  return { first: Math.min(...real), last: Math.max(...real) };
}

/** When clocks of a zone first say a time of a date, ms; without a time, midnight. */
export const momentAt = (date: string, timeZone: string, time = "00:00"): number =>
  momentsAt(date, time, timeZone).first;
