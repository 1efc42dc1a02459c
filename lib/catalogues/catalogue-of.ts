import type { Locale } from "@/lib/core/locale";
import type { Catalogue } from "@/lib/core/text";

const load: Record<Exclude<Locale, "en">, () => Promise<{ default: Catalogue }>> = {
  de: () => import("./de.json"),
  fr: () => import("./fr.json"),
  es: () => import("./es.json"),
  ja: () => import("./ja.json"),
};

const known = new Map<Locale, Promise<Catalogue>>();

/** The words of a language, fetched once and only by who reads it: the same promise each time, as React's `use` wants. */
export function catalogueOf(locale: Exclude<Locale, "en">): Promise<Catalogue> {
  let words = known.get(locale);
  if (!words) {
    words = load[locale]().then((read) => read.default);
    known.set(locale, words);
  }
  return words;
}
