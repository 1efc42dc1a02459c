import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { catalogueOf } from "./catalogue-of";
import { textsInSource } from "./texts-in-source";

const said = await textsInSource();

test("finds what is said", () => {
  expect([...said]).toContain("Language and units");
});

test.each(["de", "fr", "es", "ja"] as const)("what is said in %s takes the same values", async (locale) => {
  const catalogue = await catalogueOf(locale);
  for (const [english, words] of Object.entries(catalogue)) {
    expect(said, "nobody says this any more").toContain(english);
    expect(valuesOf(words, locale), words).toEqual(valuesOf(english, "en"));
  }
});

/** The names of the values a message takes. */
function valuesOf(message: string, locale: string): string[] {
  if (!message.includes("{")) return [];
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) visit(part);
    if (typeof value !== "object" || value === null) return;
    const {
      type,
      value: name,
      options,
    } = value as { type?: number; value?: string; options?: Record<string, { value: unknown }> };
    if (type !== undefined && type > 0 && type < 7 && name) names.add(name);
    for (const option of Object.values(options ?? {})) visit(option.value);
  };
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
