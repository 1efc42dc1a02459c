import { USUAL_WEEKS } from "./space-metrics";

/** An hour of a week before. */
export interface ComparableHour {
  /** Day on the site's calendar. */
  readonly date: string;
  readonly value: number | null;
  /** 0–1 */
  readonly coverage: number;
}

/** Less than this part of an hour known: it compares with nothing. */
const ENOUGH = 0.5;

/** What is usual: the median of the newest comparable hours, and how many there are. Holidays compare with nothing. */
export function usualOf(
  hours: readonly ComparableHour[],
  holidays: readonly string[],
): { value: number | null; weeks: number } {
  const known = hours
    .filter(({ date, value, coverage }) => value !== null && coverage >= ENOUGH && !holidays.includes(date))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, USUAL_WEEKS)
    .map(({ value }) => value as number);
  return { value: known.length < USUAL_WEEKS ? null : median(known), weeks: known.length };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return Math.round(((low + high) / 2) * 10) / 10;
}

/** How now compares with what is usual: a third or one person more or less is still as usual. */
export function busierThan(now: number, usual: number): "quieter" | "as-usual" | "busier" {
  const slack = Math.max(1, usual / 3);
  if (now > usual + slack) return "busier";
  return now < usual - slack ? "quieter" : "as-usual";
}

/** Quiet below a third of the capacity, busy from two thirds. */
export function levelOf(people: number, capacity: number): "quiet" | "moderate" | "busy" {
  const part = people / Math.max(1, capacity);
  if (part < 1 / 3) return "quiet";
  return part < 2 / 3 ? "moderate" : "busy";
}
