import { type Holidays, WEEKDAYS, type Weekday, type WorkingHours } from "@/lib/core/working-hours";

export const OFFICE_DAYS: Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

/** The same hours on every day that is chosen. */
export const sameHours = (days: readonly string[], from: string, to: string): WorkingHours =>
  Object.fromEntries(WEEKDAYS.filter((day) => days.includes(day)).map((day) => [day, [[from, to]]]));

const LINE = /^(\d{4}-\d{2}-\d{2})[\s,;:]+(.+)$/;

/** One day off a line, as in `2026-12-25 Christmas`. Answers the first line that is none, too. */
export function readHolidays(text: string): { holidays: Holidays; wrong: string | null } {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const read = lines.map((line) => LINE.exec(line));
  const isDay = (date: string) => new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false;
  const wrong = lines.find((_, i) => !isDay(read[i]?.[1] ?? "")) ?? null;
  const holidays = read.flatMap((match) => {
    const [, date = "", name = ""] = match ?? [];
    return isDay(date) ? [{ date, name: name.trim().slice(0, 100) }] : [];
  });
  return { holidays, wrong };
}

/** Every zone this browser knows, with UTC. */
export const timeZones = (): string[] => [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];
