import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { CloseButton } from "@/components/frame/CloseButton";
import type { Alert } from "@/lib/core/alert";
import { AssignMenu } from "./AssignMenu";
import type { Says } from "./alert-words";
import classes from "./SelectionBar.module.css";
import { SnoozeMenu } from "./SnoozeMenu";
import type { Triage } from "./use-triage";

interface SelectionBarProps {
  readonly alerts: readonly Alert[];
  readonly triage: Triage;
  readonly says: Says;
  readonly onClear: () => void;
}

/** What can be done to many at once. */
export function SelectionBar({ alerts, triage, says, onClear }: SelectionBarProps) {
  const { t } = says;
  const act = (what: "acknowledge" | "resolve") => void triage.act(alerts, { do: what });
  return (
    <div className={classes.bar} role="toolbar" aria-label={t("What is selected")}>
      <span className={classes.count} aria-live="polite">
        {t("{count} selected", { count: alerts.length })}
      </span>
      {triage.mayAct ? (
        <>
          <Button
            size="xs"
            leftSection={<IconCheck size={14} stroke={1.75} aria-hidden />}
            onClick={() => act("acknowledge")}
          >
            {t("Acknowledge")}
          </Button>
          <SnoozeMenu alerts={alerts} triage={triage} isKeyed size="xs" />
          <AssignMenu alerts={alerts} triage={triage} isKeyed size="xs" />
          <Button size="xs" variant="default" onClick={() => act("resolve")}>
            {t("Resolve")}
          </Button>
        </>
      ) : null}
      <CloseButton onClick={onClear} />
    </div>
  );
}
