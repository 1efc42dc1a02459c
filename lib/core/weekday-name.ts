import { Info } from "luxon";
import { intlLocale } from "./locale";
import type { Text } from "./text";

/** "Mon" for 1 to "Sun" for 7, in the reader's language. */
export const weekdayName = (weekday: number, { locale }: Text, length: "short" | "long" = "short"): string =>
  Info.weekdays(length, { locale: intlLocale(locale) })[weekday - 1] ?? "";
