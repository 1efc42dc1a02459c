import type { Locale } from "@/lib/core/locale";
import type { Catalogue } from "@/lib/core/text";

const load: Record<Exclude<Locale, "en">, () => Promise<{ catalogue: Catalogue }>> = {
  de: () => import("./de"),
  fr: () => import("./fr"),
  es: () => import("./es"),
  ja: () => import("./ja"),
};

const known = new Map<Locale, Promise<Catalogue>>();

/** The words of a language, fetched once and only by who reads it: the same promise each time, as React's `use` wants. */
export function catalogueOf(locale: Exclude<Locale, "en">): Promise<Catalogue> {
  let words = known.get(locale);
  if (!words) {
    words = load[locale]().then(({ catalogue }) => catalogue);
    known.set(locale, words);
  }
  return words;
}
