"use client";

import { NativeSelect, Select } from "@mantine/core";
import { LOCALES, type Locale } from "@/lib/core/locale";
import { usePreferences, useText } from "./TextProvider";
import { useKeepPreference } from "./use-keep-preference";

/** Each in its own words. */
const LANGUAGES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};
const CHOICES = LOCALES.map((value) => ({ value, label: LANGUAGES[value] }));

/** In which language this browser shows everything. */
export function LanguageSelect() {
  const t = useText();
  const { language } = usePreferences();
  const keep = useKeepPreference();
  return (
    <Select
      label={t("Language")}
      data={CHOICES}
      value={language}
      onChange={(value) => value && keep("language", value)}
      allowDeselect={false}
    />
  );
}

/** The same in a corner, for whoever cannot read the rest yet. */
export function QuietLanguageSelect() {
  const t = useText();
  const { language } = usePreferences();
  const keep = useKeepPreference();
  return (
    <NativeSelect
      aria-label={t("Language")}
      size="sm"
      w={136}
      data={CHOICES}
      value={language}
      onChange={(event) => keep("language", event.currentTarget.value)}
    />
  );
}
