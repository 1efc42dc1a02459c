import { z } from "zod";
import { Locale } from "./locale";

/** How one browser wants things shown; each is a cookie of that name. */
export const Preferences = z.object({
  language: Locale,
  temperature: z.enum(["celsius", "fahrenheit"]),
});
export type Preferences = z.infer<typeof Preferences>;

/** What was chosen, else what the browser asks for (`Accept-Language`), else English and °C. */
export function preferencesFrom(
  cookie: (name: keyof Preferences) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  const language = Preferences.shape.language.safeParse(cookie("language"));
  const temperature = Preferences.shape.temperature.safeParse(cookie("temperature"));
  return {
    language: language.success ? language.data : wanted(acceptLanguage),
    temperature: temperature.success ? temperature.data : "celsius",
  };
}

/** The best liked language that we speak. */
function wanted(acceptLanguage: string | null): Locale {
  const liked = (acceptLanguage ?? "")
    .slice(0, 1_000)
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/\s*;\s*q=/);
      return { language: tag.split("-")[0]?.toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of liked) {
    const known = Locale.safeParse(language);
    if (known.success) return known.data;
  }
  return "en";
}
