import { Info } from "luxon";
import { intlLocale } from "@/lib/core/locale";
import type { Text } from "@/lib/core/text";
import { Holidays, WEEKDAYS, type Weekday, WorkingHours } from "@/lib/core/working-hours";

/** "Mon". */
export const weekdayWord = (day: Weekday, t: Text): string =>
  Info.weekdays("short", { locale: intlLocale(t.locale) })[WEEKDAYS.indexOf(day)] ?? day;

type Shifts = NonNullable<WorkingHours[Weekday]>;

/** "08:00–12:00, 13:00–17:00"; empty for a day off. */
export const shiftsText = (shifts: Shifts | undefined): string =>
  (shifts ?? []).map(([from, to]) => `${from}–${to}`).join(", ");

/** Reads what people type: "8-16", "8:00–12:00, 13–17.30". Null when it is no such thing; empty is a day off. */
export function shiftsFrom(text: string): Shifts | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const shifts = parts.map((part) => {
    const ends = part.split(/\s*(?:–|—|-|\bto\b)\s*/).map(timeFrom);
    return ends.length === 2 ? ends : [null];
  });
  const parsed = WorkingHours.safeParse({ mon: shifts });
  return parsed.success ? (parsed.data.mon ?? []) : null;
}

function timeFrom(text: string): string | null {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  return hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}

/** "Mon–Fri 08:00–16:00 · Sat 10:00–14:00": days with the same hours together. */
export function hoursText(hours: WorkingHours, t: Text): string {
  const runs: { from: Weekday; to: Weekday; text: string }[] = [];
  for (const [i, day] of WEEKDAYS.entries()) {
    const text = shiftsText(hours[day]);
    const last = runs.at(-1);
    if (last && last.text === text && last.to === WEEKDAYS[i - 1]) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const open = runs.filter(({ text }) => text !== "");
  if (open.length === 0) return t("Closed every day");
  return open.map(({ from, to, text }) => `${daysText(from, to, t)} ${text}`).join(" · ");
}

const daysText = (from: Weekday, to: Weekday, t: Text) =>
  from === to ? weekdayWord(from, t) : `${weekdayWord(from, t)}–${weekdayWord(to, t)}`;

export interface PastedDays {
  readonly days: Holidays;
  /** Lines that hold no date. */
  readonly unread: readonly string[];
}

/** Reads one day a line: "2026-12-25 Christmas Day" or "25.12.2026 Christmas Day". */
export function holidaysFrom(pasted: string, t: Text): PastedDays {
  const days: Holidays = [];
  const unread: string[] = [];
  for (const line of pasted
    .split("\n")
    .map((text) => text.trim())
    .filter(Boolean)) {
    const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(line);
    const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(line);
    const [found, date] = iso ? [iso[0], iso[0]] : dotted ? [dotted[0], isoOf(dotted)] : ["", ""];
    const name = line.replace(found, "").replace(/^[\s,;:\t–-]+|[\s,;:\t–-]+$/g, "") || t("Holiday");
    const parsed = Holidays.safeParse([{ date, name: name.slice(0, 100) }]);
    if (parsed.success) days.push(...parsed.data);
    else unread.push(line);
  }
  return { days, unread };
}

const isoOf = ([, day = "", month = "", year = ""]: RegExpExecArray) =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** Both lists as one, in order; of two names for a day the later word stands. */
export function mergeHolidays(known: Holidays, added: Holidays): Holidays {
  const byDate = new Map([...known, ...added].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
