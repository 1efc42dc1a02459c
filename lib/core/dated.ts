import type { DateTime } from "luxon";
import { intlLocale, type Locale } from "./locale";
import type { Text } from "./text";

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

/** A day in the reader's language, from the pattern (luxon's) that English has: "Fri 4 Dec 14:30", "Fr 4. Dez 14:30". */
export const dated = (time: DateTime, pattern: DatePattern, t: Text): string =>
  time.setLocale(intlLocale(t.locale)).toFormat(ORDER[t.locale](pattern));
