import { Button, Group, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { severityWord } from "@/components/alerts/alert-words";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import { ALERT_SEVERITIES } from "@/lib/core/alert";
import { RuleDraft, type RuleMeasure, RuleSchedule } from "@/lib/core/alert-rule";
import type { Places } from "@/lib/core/places";
import classes from "./AlertRules.module.css";
import { MeasureFields } from "./MeasureFields";
import { Minutes } from "./Minutes";
import { PreviewBox } from "./PreviewBox";
import { scheduleWord } from "./rule-words";
import { ScopeFields } from "./ScopeFields";

/** A rule as it is edited; one that vendors' reports open has no measure. */
export interface RuleValues extends Omit<RuleDraft, "measure"> {
  readonly measure: RuleMeasure | null;
}

interface RuleFormProps {
  readonly initial: RuleValues;
  readonly places: Places | null;
  readonly word: string;
  /** Resolves to the problem as a sentence; null when it is kept. */
  readonly onSave: (values: RuleValues) => Promise<string | null>;
}

/** Everything that can be said of a rule, and what it would have done. */
export function RuleForm({ initial, places, word, onSave }: RuleFormProps) {
  const t = useText();
  const [values, setValues] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<RuleValues>) => setValues((before) => ({ ...before, ...change }));
  const draft = values.measure ? RuleDraft.safeParse(values) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (values.name.trim() === "") return setProblem(t("Give it a name."));
    if (draft && !draft.success) return setProblem(problemOf(draft.error.issues[0]?.path[1], t));
    setBusy(true);
    const answer = await onSave({ ...values, name: values.name.trim() });
    setBusy(false);
    setProblem(answer);
    return undefined;
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={classes.form} aria-label={t("Rule")}>
      <FormError message={problem} />
      <TextInput
        label={t("Name")}
        maxLength={100}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {values.measure ? (
        <MeasureFields measure={values.measure} onChange={(measure) => set({ measure })} />
      ) : (
        <p className={classes.hint}>{t("This rule judges what vendors report themselves; it watches no number.")}</p>
      )}
      <Group grow align="flex-end">
        <Minutes
          label={t("For how long, minutes")}
          value={values.forMinutes}
          onChange={(forMinutes) => set({ forMinutes })}
        />
        <Select
          label={t("Severity")}
          allowDeselect={false}
          data={ALERT_SEVERITIES.map((value) => ({ value, label: severityWord(value, t) }))}
          value={values.severity}
          onChange={(value) => set({ severity: ALERT_SEVERITIES.find((one) => one === value) ?? values.severity })}
        />
      </Group>
      <Select
        label={t("When it counts")}
        allowDeselect={false}
        data={RuleSchedule.options.map((value) => ({ value, label: scheduleWord(value, t) }))}
        value={values.schedule}
        onChange={(value) => set({ schedule: RuleSchedule.catch(values.schedule).parse(value) })}
      />
      <ScopeFields scope={values.scope} places={places} onChange={(scope) => set({ scope })} />
      {values.measure ? <PreviewBox rule={draft?.success ? draft.data : null} /> : null}
      <Button type="submit" loading={isBusy} className={classes.save ?? ""}>
        {word}
      </Button>
    </form>
  );
}

function problemOf(field: PropertyKey | undefined, t: ReturnType<typeof useText>): string {
  return field === "clearThreshold"
    ? t("The value at which it clears must be on the other side of the threshold.")
    : t("Some values are not right.");
}
