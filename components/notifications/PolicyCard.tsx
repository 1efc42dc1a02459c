import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId, useState } from "react";
import { FormError } from "@/components/auth/FormError";
import { useText } from "@/components/text/TextProvider";
import type { EscalationList, EscalationPolicy, EscalationStep } from "@/lib/core/notifications/escalation";
import classes from "./Notifications.module.css";
import { recipientChoices } from "./notification-words";
import { StepFields } from "./StepFields";

interface PolicyCardProps {
  readonly policy: EscalationPolicy;
  readonly list: EscalationList;
  /** False: to be read only. */
  readonly isOpen: boolean;
  /** Not saved yet. */
  readonly isNew: boolean;
  readonly onSave: (steps: readonly EscalationStep[]) => Promise<void>;
  /** Null for the general ones. */
  readonly onReset: (() => void) | null;
}

const MOST = 10;

/** The steps of one site, or the general ones. */
export function PolicyCard({ policy, list, isOpen, isNew, onSave, onReset }: PolicyCardProps) {
  const t = useText();
  const id = useId();
  const [steps, setSteps] = useState<readonly (EscalationStep & { readonly key: number })[]>(() =>
    policy.steps.map((step, key) => ({ ...step, key })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const bare = steps.map(({ key: _, ...step }) => step);
  const isChanged = isNew || JSON.stringify(bare) !== JSON.stringify(policy.steps);
  const add = () =>
    setSteps([
      ...steps,
      {
        key: Math.max(-1, ...steps.map(({ key }) => key)) + 1,
        afterMinutes: steps.length === 0 ? 0 : (steps.at(-1)?.afterMinutes ?? 0) + 15,
        when: "always",
        minSeverity: "warning",
        to: [],
      },
    ]);
  const save = async () => {
    if (steps.some(({ to }) => to.length === 0)) return setProblem(t("Every step tells somebody."));
    setProblem(null);
    setBusy(true);
    try {
      await onSave(bare);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t("That did not work. Try again."));
    }
    setBusy(false);
    return undefined;
  };
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <h2 id={id}>{policy.site?.name ?? t("Every site without steps of its own")}</h2>
        <span className={classes.quiet}>
          {policy.changedBy === null ? "" : t("changed by {name}", { name: policy.changedBy })}
        </span>
      </div>
      <FormError message={problem} />
      {steps.length === 0 ? <p className={classes.hint}>{t("Nobody is told.")}</p> : null}
      <ol className={classes.steps}>
        {steps.map((step, i) => (
          <StepFields
            key={step.key}
            number={i + 1}
            step={step}
            choices={recipientChoices(list, t)}
            isOpen={isOpen}
            onChange={(change) => setSteps(steps.map((one) => (one === step ? { ...one, ...change } : one)))}
            onRemove={() => setSteps(steps.filter((one) => one !== step))}
          />
        ))}
      </ol>
      {isOpen ? (
        <div className={classes.foot}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={steps.length >= MOST}
            onClick={add}
          >
            {t("Add a step")}
          </Button>
          <span className={classes.actions}>
            {onReset ? (
              <Button variant="subtle" size="xs" onClick={onReset}>
                {t("Go back to the general steps")}
              </Button>
            ) : null}
            <Button size="xs" loading={isBusy} disabled={!isChanged} onClick={() => void save()}>
              {t("Save")}
            </Button>
          </span>
        </div>
      ) : null}
    </section>
  );
}
