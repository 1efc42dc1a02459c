"use client";

import { createContext, useContext } from "react";
import type { Locale } from "@/lib/core/locale";
import { english, type Text } from "@/lib/core/text";

/** In which language everything inside is said. Nothing is translated yet: docs/architecture.md, "Words". */
const LanguageContext = createContext<{ readonly locale: Locale; readonly t: Text }>({ locale: "en", t: english });

/** Words for the reader: lib/core/text.ts. */
export const useText = (): Text => useContext(LanguageContext).t;

/** The reader's language, for dates and numbers. */
export const useLocale = (): Locale => useContext(LanguageContext).locale;
