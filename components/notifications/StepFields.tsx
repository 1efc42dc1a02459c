import { Button, MultiSelect, NumberInput, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { severityWord } from "@/components/alerts/alert-words";
import { useText } from "@/components/text/TextProvider";
import { ALERT_SEVERITIES } from "@/lib/core/alert";
import type { EscalationStep } from "@/lib/core/notifications/escalation";
import classes from "./Notifications.module.css";
import { type RecipientChoice, recipientKey } from "./notification-words";

interface StepFieldsProps {
  readonly number: number;
  readonly step: EscalationStep;
  readonly choices: readonly { readonly group: string; readonly items: readonly RecipientChoice[] }[];
  readonly isOpen: boolean;
  readonly onChange: (change: Partial<EscalationStep>) => void;
  readonly onRemove: () => void;
}

/** One step: when, of what, and whom. */
export function StepFields({ number, step, choices, isOpen, onChange, onRemove }: StepFieldsProps) {
  const t = useText();
  const known = choices.flatMap(({ items }) => items);
  // Who is not there any more stays visible until somebody takes them out.
  const gone = step.to.filter((recipient) => !known.some(({ key }) => key === recipientKey(recipient)));
  const data = [
    ...choices.map(({ group, items }) => ({ group, items: items.map(({ key, label }) => ({ value: key, label })) })),
    ...(gone.length === 0
      ? []
      : [
          {
            group: t("Not there any more"),
            items: gone.map((one) => ({ value: recipientKey(one), label: t("Not there any more") })),
          },
        ]),
  ].filter(({ items }) => items.length > 0);
  const choose = (keys: readonly string[]) =>
    onChange({
      to: keys.flatMap(
        (key) => known.find((one) => one.key === key)?.recipient ?? gone.find((one) => recipientKey(one) === key) ?? [],
      ),
    });
  return (
    <li className={classes.step} aria-label={t("Step {number, number}", { number })}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div className={classes.fields}>
        <NumberInput
          label={t("After")}
          suffix=" min"
          min={0}
          max={10_080}
          allowDecimal={false}
          disabled={!isOpen}
          value={step.afterMinutes}
          onChange={(minutes) => onChange({ afterMinutes: typeof minutes === "number" ? minutes : 0 })}
        />
        <Select
          label={t("From severity")}
          allowDeselect={false}
          disabled={!isOpen}
          data={ALERT_SEVERITIES.map((value) => ({ value, label: severityWord(value, t) }))}
          value={step.minSeverity}
          onChange={(value) =>
            onChange({ minSeverity: ALERT_SEVERITIES.find((one) => one === value) ?? step.minSeverity })
          }
        />
        <Select
          className={classes.when ?? ""}
          label={t("When")}
          allowDeselect={false}
          disabled={!isOpen}
          data={[
            { value: "always", label: t("At any time") },
            { value: "working-hours", label: t("In working hours; outside them, when they begin") },
          ]}
          value={step.when}
          onChange={(value) => onChange({ when: value === "working-hours" ? "working-hours" : "always" })}
        />
        <MultiSelect
          className={classes.wide ?? ""}
          label={t("Tells")}
          placeholder={step.to.length === 0 ? t("Choose whom") : ""}
          searchable
          disabled={!isOpen}
          data={data}
          value={step.to.map(recipientKey)}
          onChange={choose}
        />
      </div>
      {isOpen ? (
        <Button
          variant="subtle"
          size="compact-sm"
          px={4}
          className={classes.take ?? ""}
          onClick={onRemove}
          aria-label={t("Remove step {number, number}", { number })}
        >
          <IconX size={16} aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}
