import { limitNames } from "@/components/thresholds/limit-names";
import { isComfortMetric } from "@/lib/core/air-limits";
import {
  type AlertRule,
  RULE_METRICS,
  type RuleDraft,
  type RuleMeasure,
  type RuleMetric,
  type RulePreview,
  type RuleSchedule,
  type RuleScope,
} from "@/lib/core/alert-rule";
import { intlLocale } from "@/lib/core/locale";
import { readerUnit } from "@/lib/core/reader-unit";
import type { Text } from "@/lib/core/text";

/** What a rule watches, as a word. */
export function metricWord(metric: RuleMetric, t: Text): string {
  return {
    occupancy: t("People"),
    load: t("People, in percent of the seats"),
    co2: t("CO₂"),
    temperature: t("Temperature"),
    humidity: t("Humidity"),
    pm25: t("Fine dust PM2.5"),
    pm10: t("Dust PM10"),
    voc: t("Volatile compounds"),
  }[metric];
}

/** When a rule counts. */
export function scheduleWord(schedule: RuleSchedule, t: Text): string {
  return {
    always: t("Always"),
    "working-hours": t("In working hours"),
    "outside-working-hours": t("Outside working hours"),
  }[schedule];
}

/** A value a rule watches, as its reader reads it: "1200 ppm", "78.8 °F", "12" people. */
export function valueWords(value: number, metric: RuleMetric, t: Text): string {
  return amountWords(readerUnit(RULE_METRICS[metric].unit, t).shown(value), metric, t);
}

/** How far from its threshold a rule is right again, in the reader's unit. */
export function awayFrom({ metric, threshold, clearThreshold }: RuleMeasure, t: Text): number {
  const { shown } = readerUnit(RULE_METRICS[metric].unit, t);
  return Math.round(1_000 * Math.abs(shown(threshold) - shown(clearThreshold ?? threshold))) / 1_000;
}

/** A number that is in the reader's unit already. */
function amountWords(amount: number, metric: RuleMetric, t: Text): string {
  const { unit } = readerUnit(RULE_METRICS[metric].unit, t);
  const number = new Intl.NumberFormat(intlLocale(t.locale), { useGrouping: false }).format(amount);
  return unit === "" ? number : `${number}\u202f${unit}`;
}

/** What a rule that watches a number says: "CO₂ above 1200 ppm for 10 min". */
function measureWords(measure: RuleMeasure, forMinutes: number, t: Text): string {
  const { metric, comparison, threshold } = measure;
  const limit = limitName(measure, t);
  if (limit !== null) {
    const said = { metric: metricWord(metric, t), limit, minutes: forMinutes };
    if (comparison === "above")
      return forMinutes === 0
        ? t("{metric} above each place's limit “{limit}”", said)
        : t("{metric} above each place's limit “{limit}” for {minutes} min", said);
    return forMinutes === 0
      ? t("{metric} below each place's limit “{limit}”", said)
      : t("{metric} below each place's limit “{limit}” for {minutes} min", said);
  }
  const values = { metric: metricWord(metric, t), value: valueWords(threshold, metric, t), minutes: forMinutes };
  if (comparison === "above")
    return forMinutes === 0
      ? t("{metric} above {value}", values)
      : t("{metric} above {value} for {minutes} min", values);
  return forMinutes === 0 ? t("{metric} below {value}", values) : t("{metric} below {value} for {minutes} min", values);
}

/** What the limit is called that a rule follows; null when it has a number of its own. */
function limitName({ metric, followsLimit }: RuleMeasure, t: Text): string | null {
  if (followsLimit === undefined || !isComfortMetric(metric)) return null;
  return limitNames(metric, t)[followsLimit - 1] ?? null;
}

/** When it is right again. */
function clearWords(measure: RuleMeasure, t: Text): string {
  const { metric, comparison, threshold, clearThreshold, clearMinutes } = measure;
  if (measure.followsLimit !== undefined) return clearWithinWords(measure, t);
  const values = { value: valueWords(clearThreshold ?? threshold, metric, t), minutes: clearMinutes };
  if (comparison === "above")
    return clearMinutes === 0
      ? t("clears at {value} or below", values)
      : t("clears at {value} or below for {minutes} min", values);
  return clearMinutes === 0
    ? t("clears at {value} or above", values)
    : t("clears at {value} or above for {minutes} min", values);
}

function clearWithinWords(measure: RuleMeasure, t: Text): string {
  const { metric, comparison, clearMinutes } = measure;
  const away = awayFrom(measure, t);
  const values = { value: amountWords(away, metric, t), minutes: clearMinutes };
  if (away === 0)
    return clearMinutes === 0 ? t("clears at the limit") : t("clears at the limit after {minutes} min", values);
  if (comparison === "above")
    return clearMinutes === 0
      ? t("clears {value} below it", values)
      : t("clears {value} below it for {minutes} min", values);
  return clearMinutes === 0
    ? t("clears {value} above it", values)
    : t("clears {value} above it for {minutes} min", values);
}

/** A rule in one line. */
export function ruleWords(rule: AlertRule, placeName: (id: string) => string | null, t: Text): string {
  const what = rule.measure
    ? [measureWords(rule.measure, rule.forMinutes, t), clearWords(rule.measure, t)]
    : [
        rule.forMinutes > 0
          ? t("reported for {minutes} min", { minutes: rule.forMinutes })
          : t("as soon as it is reported"),
      ];
  return [...what, whenWords(rule.schedule, t), scopeWords(rule.scope, placeName, t)].filter(Boolean).join(" · ");
}

/** When a rule counts, inside a line; "" for always. */
function whenWords(schedule: RuleSchedule, t: Text): string {
  if (schedule === "always") return "";
  return schedule === "working-hours" ? t("in working hours") : t("outside working hours");
}

/** Where a rule counts; "" for everywhere. */
function scopeWords(scope: RuleScope, placeName: (id: string) => string | null, t: Text): string {
  const places = scope.within?.map((id) => placeName(id) ?? t("another place")) ?? [];
  return [...places, ...(scope.tags ?? []).map((tag) => `#${tag}`)].join(", ");
}

/** What a preview found, in one sentence. */
export function previewWords(preview: RulePreview, t: Text): string {
  const days = Math.round((Date.parse(preview.to) - Date.parse(preview.from)) / 86_400_000);
  if (preview.withData === 0)
    return t("Nothing of this was measured in the last {days} days, so nobody can tell.", { days });
  if (preview.count === 0) return t("It would not have fired in the last {days} days.", { days });
  return t(
    "It would have fired {count, plural, one {once} other {# times}} in the last {days} days, {outside} outside working hours.",
    { count: preview.count, days, outside: preview.outsideHours },
  );
}

/** What the preview looked at. */
export const lookedAtWords = ({ spaces, withData, isPartial }: RulePreview, t: Text): string =>
  isPartial
    ? t("{withData} of the first {spaces} spaces measure it; there are more.", { withData, spaces })
    : t("{withData} of {spaces} spaces measure it.", { withData, spaces });

/** How a new rule begins. */
export const newRule = (t: Text): RuleDraft => ({
  name: t("CO₂ too high"),
  isEnabled: true,
  severity: "warning",
  forMinutes: 10,
  schedule: "always",
  scope: {},
  measure: {
    metric: "co2",
    comparison: "above",
    threshold: 1200,
    clearThreshold: 1000,
    clearMinutes: 5,
    noDataMinutes: null,
  },
});
