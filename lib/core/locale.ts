/** Languages the interface speaks; English is the one it is written in. */
export const LOCALES = ["en", "de", "fr", "es", "ja"] as const;
export type Locale = (typeof LOCALES)[number];

/** What stands between a whole number and its tenths. */
export const decimalSign = (locale: Locale): string => (locale === "en" || locale === "ja" ? "." : ",");

/** The same for `Intl` and luxon: English is British, with days before months and a clock of 24 hours. */
export const intlLocale = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);

/** Each in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};
