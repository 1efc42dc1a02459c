"use client";

import { NativeSelect, Select } from "@mantine/core";
import { LOCALE_NAMES, LOCALES } from "@/lib/core/locale";
import { useText } from "./TextProvider";
import { usePreference } from "./use-preference";

const CHOICES = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }));

/** In which language this browser shows everything. */
export function LanguageSelect() {
  const t = useText();
  const [language, choose] = usePreference("language");
  return (
    <Select
      label={t("Language")}
      data={CHOICES}
      value={language}
      onChange={(value) => value && choose(value)}
      allowDeselect={false}
    />
  );
}

/** The same in a corner, for whoever cannot read the rest yet. */
export function QuietLanguageSelect() {
  const t = useText();
  const [language, choose] = usePreference("language");
  return (
    <NativeSelect
      aria-label={t("Language")}
      size="sm"
      w={136}
      data={CHOICES}
      value={language}
      onChange={(event) => choose(LOCALES.find((one) => one === event.currentTarget.value) ?? language)}
    />
  );
}
