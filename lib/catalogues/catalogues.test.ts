import { expect, test } from "vitest";
import { catalogueOf } from "./catalogue-of";
import { textsInSource } from "./texts-in-source";
import { valuesOf } from "./values-of";

const said = await textsInSource();
const LANGUAGES = ["de", "fr", "es", "ja"] as const;

test("finds what is said", () => {
  expect([...said.keys()]).toContain("Language, units and colours");
});

test.each([...said].filter(([text]) => text.includes("{")))("can be read: %s", (text) => {
  expect(() => valuesOf(text, "en")).not.toThrow();
});

test.each(LANGUAGES)("everything is said in %s", async (locale) => {
  const catalogue = await catalogueOf(locale);
  const missing = [...said].filter(([text]) => !catalogue[text]).map(([text, file]) => `${file}: ${text}`);
  expect(missing).toEqual([]);
});

test.each(LANGUAGES)("what is said in %s takes the same values, and somebody says it", async (locale) => {
  const wrong = Object.entries(await catalogueOf(locale)).flatMap(([text, words]) => {
    if (!said.has(text)) return [`nobody says this any more: ${text}`];
    const [wanted, taken] = [valuesOf(text, "en"), valuesOf(words, locale)];
    return wanted.join() === taken.join() ? [] : [`${text} takes ${wanted.join()}, but ${words} takes ${taken.join()}`];
  });
  expect(wrong).toEqual([]);
});
