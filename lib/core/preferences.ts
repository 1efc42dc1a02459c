import { z } from "zod";
import { Locale } from "./locale";

/** How one browser wants things shown; each is a cookie of that name. */
export const Preferences = z.object({
  language: Locale,
  temperature: z.enum(["celsius", "fahrenheit"]),
  palette: z.enum(["safe", "classic", "contrast"]),
});
export type Preferences = z.infer<typeof Preferences>;
export type TemperatureUnit = Preferences["temperature"];
export type Palette = Preferences["palette"];

/** What nobody chose otherwise. */
export const USUAL: Preferences = { language: "en", temperature: "celsius", palette: "safe" };

/** What was chosen, else what the browser asks for (`Accept-Language`), else what is usual. */
export function preferencesFrom(
  cookie: (name: keyof Preferences) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  const chosen = Preferences.partial().catch({});
  const kept = (name: keyof Preferences) => chosen.parse({ [name]: cookie(name) });
  return {
    language: kept("language").language ?? wanted(acceptLanguage),
    temperature: kept("temperature").temperature ?? USUAL.temperature,
    palette: kept("palette").palette ?? USUAL.palette,
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
  return USUAL.language;
}
