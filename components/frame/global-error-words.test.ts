// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { keepPreference } from "@/lib/client/keep-preference";
import { LOCALES } from "@/lib/core/locale";
import { GLOBAL_ERROR_WORDS, globalErrorWords } from "./global-error-words";

afterEach(() => vi.restoreAllMocks());

test("each language has its own words", () => {
  const titles = LOCALES.map((locale) => GLOBAL_ERROR_WORDS[locale].title);
  expect(new Set(titles).size).toBe(LOCALES.length);
  expect(LOCALES.map((locale) => GLOBAL_ERROR_WORDS[locale].lang)).toEqual([...LOCALES]);
});

test("what was chosen counts, else what the browser asks for, else English", () => {
  const asks = vi.spyOn(navigator, "languages", "get");
  asks.mockReturnValue(["fr-CA", "de"]);
  expect(globalErrorWords().lang).toBe("fr");
  asks.mockReturnValue(["tlh"]);
  expect(globalErrorWords().lang).toBe("en");
  keepPreference("language", "ja");
  expect(globalErrorWords().lang).toBe("ja");
});
