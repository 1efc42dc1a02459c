import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { catalogueOf } from "@/lib/catalogues/catalogue-of";
import { type Preferences, preferencesFrom } from "@/lib/core/preferences";
import { type Text, textIn } from "@/lib/core/text";

/** How whoever asks wants things shown. */
export const readerPreferences = cache(async (): Promise<Preferences> => {
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  return preferencesFrom((name) => jar.get(name)?.value, sent.get("accept-language"));
});

/** Words for whoever asks, where a page is made on the server; components there use `useText`. */
export const readerText = cache(async (): Promise<Text> => {
  const { language, temperature } = await readerPreferences();
  return textIn(language, language === "en" ? {} : await catalogueOf(language), temperature);
});
