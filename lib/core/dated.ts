import type { DateTime } from "luxon";
import { intlLocale, type Locale } from "./locale";
import type { Text } from "./text";
import { wallClock, wallSeconds, wallTime, zoneOffset } from "./wall-clock";

type Day = "d LLL" | "d LLLL" | "d LLL yyyy" | "d LLLL yyyy";
type DatePart = Day | `${"ccc" | "cccc"} ${Day}` | "LLL yyyy" | "LLLL yyyy" | "ccc" | "cccc";

/** A day as English orders it, perhaps with a time behind it. */
export type DatePattern = DatePart | `${DatePart} ${"HH:mm" | "HH:mm:ss"}`;

/** Where a language puts day, month, year and weekday. */
const ORDER: Record<Locale, (pattern: string) => string> = {
  en: (pattern) => pattern,
  fr: (pattern) => pattern,
  de: (pattern) => pattern.replace(/\bd (L+)/, "d. $1"),
  es: (pattern) => pattern.replace(/\bd LLLL( yyyy)?/, (_, year) => `d 'de' LLLL${year ? " 'de' yyyy" : ""}`),
  ja: (pattern) =>
    pattern
      .replace(/\bd L+ yyyy/, "yyyy年M月d日")
      .replace(/\bd L+/, "M月d日")
      .replace(/\bL+ yyyy/, "yyyy年M月")
      .replace(/^(c+) (\S+)/, "$2($1)"),
};

const TOKEN = /'([^']*)'|c+|L+|yyyy|M|d|HH:mm(?::ss)?/g;
const names = new Map<string, Intl.DateTimeFormat>();

/** The name of the weekday or month of a date, as it stands alone in a language. */
function nameOf(local: number, part: "weekday" | "month", length: number, language: string): string {
  const style = length === 3 ? "short" : "long";
  const key = `${part} ${style} ${language}`;
  let format = names.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { timeZone: "UTC", [part]: style });
    names.set(key, format);
  }
  return format.format(local);
}

/**
 * A moment (ms) by the clock of a zone, in the reader's language, from the pattern (luxon's) that English has: "Fri 4 Dec
 * 14:30", "Fr 4. Dez 14:30".
 */
export function datedAt(at: number, timeZone: string, pattern: DatePattern, t: Text): string {
  const { year, month, day } = wallClock(at, timeZone);
  const local = at + zoneOffset(at, timeZone);
  const language = intlLocale(t.locale);
  return ORDER[t.locale](pattern).replace(TOKEN, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (token.startsWith("c")) return nameOf(local, "weekday", token.length, language);
    if (token.startsWith("L")) return nameOf(local, "month", token.length, language);
    if (token.startsWith("H")) return token === "HH:mm" ? wallTime(at, timeZone) : wallSeconds(at, timeZone);
    return String(token === "yyyy" ? year : token === "M" ? month : day);
  });
}

/** The same for a day of luxon's. */
export const dated = (time: DateTime, pattern: DatePattern, t: Text): string =>
  datedAt(time.toMillis(), time.zoneName ?? "UTC", pattern, t);
