import { Group, NumberInput, Select } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import { limitNames } from "@/components/thresholds/limit-names";
import { isComfortMetric } from "@/lib/core/air-limits";
import { RULE_METRICS, type RuleMeasure, type RuleMetric } from "@/lib/core/alert-rule";
import { readerUnit } from "@/lib/core/reader-unit";
import { Minutes } from "./Minutes";
import { awayFrom, metricWord } from "./rule-words";

interface MeasureFieldsProps {
  readonly measure: RuleMeasure;
  readonly onChange: (measure: RuleMeasure) => void;
}

const METRICS = Object.keys(RULE_METRICS) as RuleMetric[];
const LIMITS = [1, 2, 3, 4] as const;

/** The number a rule watches, when it is wrong, and when it is right again. */
export function MeasureFields({ measure, onChange }: MeasureFieldsProps) {
  const t = useText();
  const { suffix, shown, kept } = useUnit(measure);
  const set = (change: Partial<RuleMeasure>) => onChange({ ...measure, ...change });
  return (
    <>
      <Select
        label={t("What is watched")}
        allowDeselect={false}
        data={METRICS.map((value) => ({ value, label: metricWord(value, t) }))}
        value={measure.metric}
        onChange={(value) => {
          const metric = METRICS.find((one) => one === value) ?? measure.metric;
          set(isComfortMetric(metric) ? { metric } : { metric, followsLimit: undefined });
        }}
      />
      <Group grow align="flex-end">
        <Select
          label={t("It is wrong")}
          allowDeselect={false}
          data={[
            { value: "above", label: t("above") },
            { value: "below", label: t("below") },
          ]}
          value={measure.comparison}
          onChange={(value) => set({ comparison: value === "below" ? "below" : "above", clearThreshold: null })}
        />
        <Against measure={measure} onChange={onChange} />
      </Group>
      {measure.followsLimit === undefined ? (
        <NumberInput
          label={t("Threshold")}
          suffix={suffix}
          value={shown(measure.threshold)}
          onChange={(value) => typeof value === "number" && set({ threshold: kept(value) })}
        />
      ) : null}
      <Group grow align="flex-end">
        <ClearsAt measure={measure} onChange={onChange} />
        <Minutes
          label={t("Clears after, minutes")}
          value={measure.clearMinutes}
          onChange={(clearMinutes) => set({ clearMinutes })}
        />
      </Group>
      <NumberInput
        label={t("Without a reading for, minutes")}
        description={t("An alert of its own when nothing is measured for so long. Empty: never.")}
        min={5}
        max={10_080}
        allowDecimal={false}
        value={measure.noDataMinutes ?? ""}
        onChange={(value) => set({ noDataMinutes: typeof value === "number" ? value : null })}
      />
    </>
  );
}

/** The unit of the reader, and the way from and to what is kept. */
function useUnit({ metric }: RuleMeasure) {
  const { unit, shown, kept } = readerUnit(RULE_METRICS[metric].unit, useText());
  return { suffix: unit === "" ? "" : `\u202f${unit}`, shown, kept };
}

/** A number of the rule's own, or one of the limits that each place has or inherits. */
function Against({ measure, onChange }: MeasureFieldsProps) {
  const t = useText();
  const { metric, followsLimit } = measure;
  const limits = isComfortMetric(metric) ? limitNames(metric, t) : [];
  return (
    <Select
      label={t("Compared with")}
      allowDeselect={false}
      data={[
        { value: "", label: t("A number") },
        ...limits.map((name, i) => ({
          value: String(i + 1),
          label: t("Each place's limit “{limit}”", { limit: name }),
        })),
      ]}
      value={String(followsLimit ?? "")}
      onChange={(value) => onChange({ ...measure, followsLimit: LIMITS.find((one) => String(one) === value) })}
    />
  );
}

/** A number, or how far from the place's limit. */
function ClearsAt({ measure, onChange }: MeasureFieldsProps) {
  const t = useText();
  const { suffix, shown, kept } = useUnit(measure);
  const { comparison, threshold, clearThreshold, followsLimit } = measure;
  const set = (clear: number | null) => onChange({ ...measure, clearThreshold: clear });
  if (followsLimit === undefined) {
    return (
      <NumberInput
        label={t("Clears at")}
        placeholder={t("the threshold")}
        suffix={suffix}
        value={clearThreshold === null ? "" : shown(clearThreshold)}
        onChange={(value) => set(typeof value === "number" ? kept(value) : null)}
      />
    );
  }
  const sign = comparison === "above" ? -1 : 1;
  return (
    <NumberInput
      label={comparison === "above" ? t("Clears below the limit by") : t("Clears above the limit by")}
      placeholder={t("the limit itself")}
      min={0}
      suffix={suffix}
      value={clearThreshold === null ? "" : awayFrom(measure, t)}
      onChange={(value) => set(typeof value === "number" ? kept(shown(threshold) + sign * value) : null)}
    />
  );
}
