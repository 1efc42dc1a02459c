import { SegmentedControl, Skeleton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { clockWords, longWords } from "@/components/alerts/alert-words";
import { useText } from "@/components/text/TextProvider";
import { useRulePreview } from "@/lib/client/use-alert-rules";
import type { RuleDraft } from "@/lib/core/alert-rule";
import classes from "./AlertRules.module.css";
import { lookedAtWords, previewWords, valueWords } from "./rule-words";

const DAYS = ["7", "14", "30"] as const;
const MOST_SHOWN = 12;

/** What a rule would have done with what is stored; nothing is kept or sent. `rule` is null while some values are not right. */
export function PreviewBox({ rule }: { readonly rule: RuleDraft | null }) {
  const t = useText();
  const [days, setDays] = useState<(typeof DAYS)[number]>("14");
  const [asked] = useDebouncedValue(rule, 500);
  const { data, error, isPlaceholderData } = useRulePreview(asked, Number(days) as 7 | 14 | 30);
  return (
    <section className={classes.preview} aria-label={t("Preview")} aria-busy={isPlaceholderData}>
      <div className={classes.previewHead}>
        <h3>{t("Preview")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t("Days")}
          data={DAYS.map((value) => ({ value, label: t("{value} days", { value }) }))}
          value={days}
          onChange={(value) => setDays(DAYS.find((one) => one === value) ?? "14")}
        />
      </div>
      {error && !data ? <p role="alert">{t(error.message)}</p> : null}
      {!data && !error && asked ? <Skeleton height={40} role="status" aria-label={t("Loading the preview")} /> : null}
      {data ? (
        <div data-outdated={isPlaceholderData || undefined}>
          <p className={classes.found} aria-live="polite">
            {previewWords(data, t)}
          </p>
          {data.withData > 0 ? <p className={classes.hint}>{lookedAtWords(data, t)}</p> : null}
          <ul className={classes.firings}>
            {data.firings.slice(0, MOST_SHOWN).map(({ space, firedAt, clearedAt, value }) => (
              <li key={`${space.id} ${firedAt}`}>
                <time dateTime={firedAt}>{clockWords(firedAt, "local", { t, now: Date.parse(data.to) })}</time>
                <span>{space.name}</span>
                <span>{asked ? valueWords(value, asked.measure.metric, t) : value}</span>
                <span>
                  {clearedAt === null ? t("still so") : longWords(Date.parse(clearedAt) - Date.parse(firedAt), t)}
                </span>
              </li>
            ))}
          </ul>
          {data.count > MOST_SHOWN ? (
            <p className={classes.hint}>{t("and {count} more", { count: data.count - MOST_SHOWN })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
