const known = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string): Intl.NumberFormat {
  const found = known.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: "min2" });
  known.set(locale, found);
  return found;
}

const THIN_SPACE = "\u2009";

/** A number as it is shown in every language: "1384" up to 9999, "12 345" with thin spaces above, the language's own decimal sign. */
export function shownNumber(value: number, locale: string): string {
  if (Number.isInteger(value) && value >= 0 && value < 10_000) return String(value); // in all our languages
  const parts = formatOf(locale).formatToParts(value);
  return parts.map((part) => (part.type === "group" ? THIN_SPACE : part.value)).join("");
}
