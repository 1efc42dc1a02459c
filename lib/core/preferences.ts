import { LOCALES, type Locale } from "./locale";

const TEMPERATURE_UNITS = ["celsius", "fahrenheit"] as const;
export type TemperatureUnit = (typeof TEMPERATURE_UNITS)[number];

const PALETTES = ["safe", "classic", "contrast"] as const;
export type Palette = (typeof PALETTES)[number];

/** How one browser wants things shown; each is a cookie of that name. */
export interface Preferences {
  readonly language: Locale;
  readonly temperature: TemperatureUnit;
  readonly palette: Palette;
}

/** What nobody chose otherwise. */
export const USUAL: Preferences = { language: "en", temperature: "celsius", palette: "safe" };

const oneOf = <T extends string>(choices: readonly T[], value: string | undefined): T | undefined =>
  choices.find((choice) => choice === value);

/** What was chosen, else what the browser asks for (`Accept-Language`), else what is usual. */
export function preferencesFrom(
  cookie: (name: keyof Preferences) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  return {
    language: oneOf(LOCALES, cookie("language")) ?? wanted(acceptLanguage),
    temperature: oneOf(TEMPERATURE_UNITS, cookie("temperature")) ?? USUAL.temperature,
    palette: oneOf(PALETTES, cookie("palette")) ?? USUAL.palette,
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
  return liked.map(({ language }) => oneOf(LOCALES, language)).find((known) => known !== undefined) ?? USUAL.language;
}
