import { dateAfter, momentAt, wallDate, weekdayOf } from "../wall-clock";

/** When a report is sent: once a week on a weekday, or on the first of each month; at 7 by the clock of its site. */
export interface Schedule {
  readonly every: "week" | "month";
  /** 1 Monday to 7 Sunday; of monthly ones it means nothing. */
  readonly weekday: number;
  /** IANA zone of the site. */
  readonly timeZone: string;
}

/** Days of the site's calendar (yyyy-mm-dd), both ends belong to it. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

interface Due {
  /** ms */
  readonly at: number;
  readonly period: ReportPeriod;
}

const TIME = "07:00";

/** The last calendar week (Monday to Sunday) or month that was over on a day (yyyy-mm-dd). */
function periodBefore(date: string, every: Schedule["every"]): ReportPeriod {
  const to = dateAfter(date, every === "week" ? -weekdayOf(date) : -dayOfMonth(date));
  return { from: every === "week" ? dateAfter(to, -6) : `${to.slice(0, 8)}01`, to };
}

const dayOfMonth = (date: string) => Number(date.slice(8));

/** The first sending day on or after a date. */
function sendingDay(date: string, { every, weekday }: Schedule): string {
  if (every === "week") return dateAfter(date, (weekday - weekdayOf(date) + 7) % 7);
  return dayOfMonth(date) === 1 ? date : `${dateAfter(`${date.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}

const due = (date: string, { every, timeZone }: Schedule): Due => ({
  at: momentAt(date, timeZone, TIME),
  period: periodBefore(date, every),
});

/** The first sending after a moment (ms). */
export function nextDue(schedule: Schedule, after: number): Due {
  const today = sendingDay(wallDate(after, schedule.timeZone), schedule);
  const first = due(today, schedule);
  return first.at > after ? first : due(sendingDay(dateAfter(today, 1), schedule), schedule);
}

/** The last sending at or before a moment (ms). */
export function lastDue(schedule: Schedule, now: number): Due {
  const { at } = nextDue(schedule, now);
  const before = wallDate(at, schedule.timeZone);
  const date = schedule.every === "week" ? dateAfter(before, -7) : `${dateAfter(before, -1).slice(0, 8)}01`;
  return due(date, schedule);
}

/**
 * What is to be done now about a report whose next sending was set to `nextAt` (ms): nothing, or one period to be sent,
 * and when it is looked at next. Whatever was missed meanwhile, only the newest period is sent.
 */
export function reportStep(
  schedule: Schedule,
  nextAt: number,
  now: number,
): { readonly period: ReportPeriod; readonly nextAt: number } | null {
  if (now < nextAt) return null;
  return { period: lastDue(schedule, now).period, nextAt: nextDue(schedule, now).at };
}

/** As many days right before a period: what the page of history compares with. */
export function periodToCompare({ from, to }: ReportPeriod): ReportPeriod {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { from: dateAfter(from, -days), to: dateAfter(from, -1) };
}
