"use client";

import { createContext, type ReactNode, use, useContext, useMemo } from "react";
import { catalogueOf } from "@/lib/catalogues/catalogue-of";
import type { Locale } from "@/lib/core/locale";
import { type Preferences, USUAL } from "@/lib/core/preferences";
import { english, type Text, textIn } from "@/lib/core/text";

interface Reader {
  readonly preferences: Preferences;
  readonly t: Text;
}

const ReaderContext = createContext<Reader>({ preferences: USUAL, t: english });

/** In which language and units everything inside is said; without one in English and °C. */
export function TextProvider(props: { readonly preferences: Preferences; readonly children: ReactNode }) {
  const { preferences, children } = props;
  const { language, temperature } = preferences;
  const catalogue = language === "en" ? null : use(catalogueOf(language));
  const t = useMemo(() => textIn(language, catalogue ?? {}, temperature), [language, catalogue, temperature]);
  const reader = useMemo(() => ({ preferences, t }), [preferences, t]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** Words for the reader: lib/core/text.ts. */
export const useText = (): Text => useContext(ReaderContext).t;

/** The reader's language, for dates and numbers. */
export const useLocale = (): Locale => useContext(ReaderContext).preferences.language;

/** Language, units and colours as they are now. */
export const usePreferences = (): Preferences => useContext(ReaderContext).preferences;
