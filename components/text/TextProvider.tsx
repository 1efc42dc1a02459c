"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "@/lib/core/locale";
import type { Preferences } from "@/lib/core/preferences";
import { type Catalogue, english, type Text, textIn } from "@/lib/core/text";

interface Reader {
  readonly preferences: Preferences;
  readonly t: Text;
}

const ReaderContext = createContext<Reader>({
  preferences: { language: "en", temperature: "celsius" },
  t: english,
});

/** In which language and units everything inside is said; without one in English and °C. */
export function TextProvider(props: { preferences: Preferences; catalogue: Catalogue; children: ReactNode }) {
  const { preferences, catalogue, children } = props;
  const reader = useMemo(() => ({ preferences, t: textIn(preferences.language, catalogue) }), [preferences, catalogue]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** Words in the reader's language: lib/core/text.ts. */
export const useText = (): Text => useContext(ReaderContext).t;

/**
 * The reader's language, for dates and numbers.
 * @public
 */
export const useLocale = (): Locale => useContext(ReaderContext).preferences.language;

/** Language and units as they are now. */
export const usePreferences = (): Preferences => useContext(ReaderContext).preferences;
