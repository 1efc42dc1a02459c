import "server-only";
import { catalogueOf } from "@/lib/catalogues/catalogue-of";
import type { Locale } from "@/lib/core/locale";
import { english, type Text, textIn } from "@/lib/core/text";

const known = new Map<Locale, Promise<Text>>();

/** The words of a language, where nobody looks at a page. */
export async function textOf(locale: Locale): Promise<Text> {
  if (locale === "en") return english;
  const words = known.get(locale) ?? catalogueOf(locale).then((catalogue) => textIn(locale, catalogue));
  known.set(locale, words);
  return words;
}
