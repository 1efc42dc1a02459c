import { weekdayOf } from "../wall-clock";
import type { BookedUse, GhostCell, Organisers } from "./booked-history";
import type { BookedAs, BookedHours, BookedLengths, SpaceBooked } from "./booked-use";

const MINUTE_MS = 60_000;
/** To the tenth, so that a sum of minutes on screen is the sum. */
const minutes = (ms: number): number => Math.round((Math.max(0, ms) / MINUTE_MS) * 10) / 10;
const part = (some: number, all: number): number => (all > 0 ? Math.min(1, some / all) : 0);

/** The figures of one space, or of several together: lengths and counts add up. */
export function bookedFigures(spaces: readonly SpaceBooked<unknown>[]): BookedUse {
  const sum = (name: keyof BookedLengths) => spaces.reduce((total, { lengths }) => total + lengths[name], 0);
  const [scope, valid, used, booked] = [sum("scope"), sum("valid"), sum("used"), sum("booked")];
  const [bookedUsed, bookedEmpty] = [sum("bookedUsed"), sum("bookedEmpty")];
  const bookedUnseen = booked - bookedUsed - bookedEmpty;
  const count = (is: (one: BookedAs<unknown>) => boolean) =>
    spaces.reduce((total, { began }) => total + began.filter(is).length, 0);
  const ended = (outcome: BookedAs<unknown>["outcome"]) => count((one) => one.outcome === outcome);
  return {
    bookedUsed: minutes(bookedUsed),
    bookedEmpty: minutes(bookedEmpty),
    openUsed: minutes(used - bookedUsed),
    openEmpty: minutes(valid - used - bookedEmpty),
    bookedUnseen: minutes(bookedUnseen),
    openUnseen: minutes(scope - valid - bookedUnseen),
    ghost: minutes(sum("ghost")),
    recovered: minutes(sum("recovered")),
    coverage: part(valid, scope),
    bookedCoverage: part(bookedUsed + bookedEmpty, booked),
    bookings: count(() => true),
    checkedIn: ended("checked-in"),
    cameAnyway: ended("used"),
    noShows: ended("no-show"),
    unknown: ended("unknown"),
    running: ended("running"),
    givenBack: ended("given-back"),
    released: count(({ time }) => time.isReleased),
  };
}

/** Hour by weekday: which part of the booked time nobody came to. */
export function ghostCells(hours: BookedHours): GhostCell[] {
  const cells = Map.groupBy(hours.booked(), ({ date, hour }) => weekdayOf(date) * 24 + hour);
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, members]): GhostCell => {
      const sum = (name: "booked" | "bookedUsed" | "bookedEmpty" | "ghost") =>
        members.reduce((total, { lengths }) => total + lengths[name], 0);
      const seen = sum("bookedUsed") + sum("bookedEmpty");
      return {
        weekday: Math.floor(key / 24),
        hour: key % 24,
        value: seen > 0 ? Math.round((sum("ghost") / seen) * 1_000) / 10 : null,
        coverage: part(seen, sum("booked")),
        days: new Set(members.map(({ date }) => date)).size,
      };
    });
}

/** Of the organisers of no-shows (null: not known) those with two or more. Null when none is known. */
export function organisersOf(names: readonly (string | null)[]): Organisers {
  const known = names.filter((name) => name !== null);
  if (known.length === 0) return null;
  const counts = [...Map.groupBy(known, (name) => name.trim().toLowerCase()).values()].map((same) => same.length);
  const recurring = counts.filter((count) => count >= 2);
  return { recurring: recurring.length, noShows: recurring.reduce((sum, count) => sum + count, 0), of: known.length };
}
