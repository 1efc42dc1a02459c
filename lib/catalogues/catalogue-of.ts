import type { Locale } from "@/lib/core/locale";
import type { Catalogue } from "@/lib/core/text";

/** The words of a language: English text → that language. English has none. */
export async function catalogueOf(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case "de":
      return (await import("./de.json")).default;
    case "fr":
      return (await import("./fr.json")).default;
    case "es":
      return (await import("./es.json")).default;
    case "ja":
      return (await import("./ja.json")).default;
    default:
      return {};
  }
}
