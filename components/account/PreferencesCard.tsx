import { Select } from "@mantine/core";
import { useRouter } from "next/navigation";
import { usePreferences, useText } from "@/components/text/TextProvider";
import { keepPreference } from "@/lib/client/keep-preference";
import { LOCALES, type Locale } from "@/lib/core/locale";
import type { Preferences } from "@/lib/core/preferences";
import classes from "./Account.module.css";

/** Each in its own words. */
const LANGUAGES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};

/** How this browser shows things: language and units. */
export function PreferencesCard() {
  const t = useText();
  const { language, temperature } = usePreferences();
  const router = useRouter();
  const keep =
    <Name extends keyof Preferences>(name: Name) =>
    (value: string | null) => {
      if (value === null) return;
      keepPreference(name, value);
      router.refresh();
    };
  return (
    <section className={classes.card} aria-labelledby="preferences">
      <h2 id="preferences">{t("Language and units")}</h2>
      <div className={classes.form}>
        <Select
          label={t("Language")}
          description={t("In this browser.")}
          data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
          value={language}
          onChange={keep("language")}
          allowDeselect={false}
        />
        <Select
          label={t("Temperature")}
          data={[
            { value: "celsius", label: "°C" },
            { value: "fahrenheit", label: "°F" },
          ]}
          value={temperature}
          onChange={keep("temperature")}
          allowDeselect={false}
        />
      </div>
    </section>
  );
}
