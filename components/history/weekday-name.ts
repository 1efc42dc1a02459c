import { Info } from "luxon";

/** "Mon" for 1 to "Sun" for 7, in the reader's language. */
export const weekdayName = (weekday: number, locale: string, length: "short" | "long" = "short"): string =>
  Info.weekdays(length, { locale: locale === "en" ? "en-GB" : locale })[weekday - 1] ?? "";
