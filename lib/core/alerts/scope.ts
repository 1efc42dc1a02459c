import { DateTime } from "luxon";
import type { RuleSchedule, RuleScope } from "../alert-rule";
import type { SpaceKind } from "../space";
import { type Holidays, isWorkingTime, WEEKDAYS, type Weekday, type WorkingHours } from "../working-hours";

/** A place as rules see it: itself, what it is in, and when people are meant to be there. */
export interface ScopedPlace {
  readonly kind: SpaceKind;
  readonly typeId: number | null;
  readonly tags: readonly string[];
  /** Its own id first, then up to the site. */
  readonly wayUp: readonly number[];
}

/** Does a rule count at a place? What stands nowhere is only within a scope that asks for nothing. */
export function isInScope(scope: RuleScope, place: ScopedPlace | null): boolean {
  const { within, kinds, typeIds, tags } = scope;
  if (place === null) return !(within ?? kinds ?? typeIds ?? tags);
  return (
    (!within || within.some((id) => place.wayUp.includes(Number(id)))) &&
    (!kinds || kinds.includes(place.kind)) &&
    (!typeIds || (place.typeId !== null && typeIds.includes(String(place.typeId)))) &&
    (!tags || tags.some((tag) => place.tags.includes(tag)))
  );
}

/** When people are meant to be somewhere. */
export interface Calendar {
  readonly hours: WorkingHours | null;
  readonly holidays: Holidays | null;
  readonly timeZone: string;
}

/** Does a rule with this schedule count at a moment (ms)? */
export function isScheduled(schedule: RuleSchedule, { hours, holidays, timeZone }: Calendar, at: number): boolean {
  if (schedule === "always") return true;
  return isWorkingTime(hours, holidays, timeZone, at) === (schedule === "working-hours");
}

const DAYS_AHEAD = 9;

/** The next moment (ms) after `at` at which working hours begin or end there; null when none is near. */
export function workingHoursChangeAt({ hours, holidays, timeZone }: Calendar, at: number): number | null {
  const isWorking = (moment: number) => isWorkingTime(hours, holidays, timeZone, moment);
  const now = isWorking(at);
  return edges(hours, timeZone, at).find((edge) => isWorking(edge) !== now) ?? null;
}

/** The next moment (ms) after `at` at which a working day begins there; a day on when nobody said when those are. */
export function nextWorkingDay(calendar: Calendar, at: number): number {
  const { hours, holidays, timeZone } = calendar;
  const today = DateTime.fromMillis(at, { zone: timeZone }).startOf("day");
  for (let day = 1; day <= 14; day++) {
    const local = today.plus({ days: day });
    const first = hours?.[weekdayOf(local)]?.[0]?.[0] ?? (hours === null && local.weekday <= 5 ? "08:00" : null);
    const start = first === null ? null : atTime(local, first);
    if (start !== null && isWorkingTime(hours, holidays, timeZone, start)) return start;
  }
  return today.plus({ days: 1 }).toMillis();
}

const weekdayOf = (local: DateTime) => WEEKDAYS[local.weekday - 1] as Weekday; // luxon counts 1 (Monday) to 7

/** Every moment near enough at which something could change: starts, ends and midnights, by the clock of the zone. */
function edges(hours: WorkingHours | null, timeZone: string, at: number): number[] {
  const today = DateTime.fromMillis(at, { zone: timeZone }).startOf("day");
  return Array.from({ length: DAYS_AHEAD }, (_, day) => {
    const local = today.plus({ days: day });
    const times = (hours?.[weekdayOf(local)] ?? []).flat();
    return [local.toMillis(), ...times.map((time) => atTime(local, time))];
  })
    .flat()
    .filter((moment) => moment > at)
    .sort((a, b) => a - b);
}

/** A time that a clock change leaves out is the first moment after it. */
function atTime(day: DateTime, time: string): number {
  if (time === "24:00") return day.plus({ days: 1 }).toMillis();
  const [hour, minute] = time.split(":").map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toMillis();
}
