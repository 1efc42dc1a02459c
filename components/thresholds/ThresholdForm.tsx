import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";
import { CloseButton } from "@/components/frame/CloseButton";
import { tellFailure, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { useSetThreshold } from "@/lib/client/use-thresholds";
import { BandLimits, type ComfortMetric, LIMIT_RANGE } from "@/lib/core/air-limits";
import { airUnit, keptValue, shownValue } from "@/lib/core/environment";
import { limitNames } from "./limit-names";
import classes from "./ThresholdsScreen.module.css";
import type { ThresholdRow } from "./threshold-rows";

interface ThresholdFormProps {
  readonly row: ThresholdRow;
  readonly name: string;
  readonly metric: ComfortMetric;
  readonly onClose: () => void;
}

/** The four limits of one place: set, or back to what it inherits. Both can be undone. */
export function ThresholdForm({ row, name, metric, onClose }: ThresholdFormProps) {
  const t = useText();
  const inUnit = (limits: readonly number[]) => limits.map((limit) => shownValue(metric, limit, t));
  const shown = inUnit(row.limits);
  const [values, setValues] = useState<readonly (number | string)[]>(shown);
  const setThreshold = useSetThreshold();
  const before = row.isOwn ? row.limits : null;
  const { least, most } = LIMIT_RANGE[metric];
  // What was not touched stays to the hundredth, whatever unit it is read in.
  const kept = (value: number | string, i: number) =>
    Number(value) === shown[i] ? row.limits[i] : keptValue(metric, Number(value), t);
  const { data: limits } = BandLimits.safeParse(values.map((value, i) => (value === "" ? Number.NaN : kept(value, i))));
  const isSame = limits?.every((limit, i) => limit === row.limits[i]);
  const send = (next: BandLimits | null) =>
    setThreshold.mutateAsync({ spaceId: row.id, change: { metric, limits: next } });
  const save = async (next: BandLimits | null, words: string) => {
    try {
      await send(next);
      setValues(inUnit(next ?? row.inherited));
      tellWithUndo(words, () => send(before));
    } catch (error) {
      tellFailure(error, t("Not saved."));
    }
  };
  return (
    <section className={classes.form} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <CloseButton onClick={onClose} />
      </header>
      <Stack gap="sm">
        {limitNames(metric, t).map((word, i) => (
          <NumberInput
            key={word}
            label={word}
            suffix={` ${airUnit(metric, t)}`}
            min={shownValue(metric, least, t)}
            max={shownValue(metric, most, t)}
            value={values[i] ?? ""}
            onChange={(value) => setValues(values.map((old, at) => (at === i ? value : old)))}
          />
        ))}
        {limits ? null : <p role="alert">{t("Each limit has to be above the one before it.")}</p>}
        <Group>
          <Button
            disabled={isSame !== false}
            loading={setThreshold.isPending}
            onClick={() => limits && save(limits, t("Limits of {name} are set.", { name }))}
          >
            {t("Save")}
          </Button>
          <Button
            variant="default"
            disabled={!row.isOwn}
            onClick={() => save(null, t("{name} has what it inherits again.", { name }))}
          >
            {t("Use what is inherited")}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
