"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/lib/core/locale";
import { type Catalogue, english, type Text, textIn } from "@/lib/core/text";

interface Language {
  readonly locale: Locale;
  readonly t: Text;
}

const LanguageContext = createContext<Language>({ locale: "en", t: english });

/** The language of everything inside; without one it is English. */
export function TextProvider(props: { locale: Locale; catalogue: Catalogue; children: ReactNode }) {
  const { locale, catalogue, children } = props;
  const language = useMemo(() => ({ locale, t: textIn(locale, catalogue) }), [locale, catalogue]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/**
 * Words in the reader's language: lib/core/text.ts.
 * @public
 */
export const useText = (): Text => useContext(LanguageContext).t;

/**
 * The reader's language, for dates and numbers.
 * @public
 */
export const useLocale = (): Locale => useContext(LanguageContext).locale;
