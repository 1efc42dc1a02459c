import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconCheck, IconDots, IconMapPin, IconMessage, IconTool } from "@tabler/icons-react";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import type { Alert } from "@/lib/core/alert";
import type { AlertAction } from "@/lib/core/alert-requests";
import type { Text } from "@/lib/core/text";
import classes from "./AlertActions.module.css";
import { AssignMenu } from "./AssignMenu";
import { planLink } from "./plan-link";
import { SnoozeMenu } from "./SnoozeMenu";
import type { Triage } from "./use-triage";

interface AlertActionsProps {
  readonly alert: Alert;
  readonly triage: Triage;
  /** Is this what the keys are about? */
  readonly isKeyed: boolean;
  readonly onComment: () => void;
}

/** What can be done about one alert. Who may only look gets the way to the plan. */
export function AlertActions({ alert, triage, isKeyed, onComment }: AlertActionsProps) {
  const t = useText();
  const plan = planLink(alert);
  const menus = { alerts: [alert], triage, isKeyed };
  return (
    <div className={classes.actions}>
      {triage.mayAct ? (
        <>
          <MainAction alert={alert} triage={triage} />
          {alert.status === "resolved" ? null : <SnoozeMenu {...menus} />}
          {alert.status === "resolved" ? null : <AssignMenu {...menus} />}
          <MoreActions alert={alert} triage={triage} onComment={onComment} />
        </>
      ) : null}
      {plan ? (
        <Button
          component={Link}
          href={plan}
          variant="default"
          size="sm"
          className={classes.plan ?? ""}
          leftSection={<IconMapPin size={16} stroke={1.75} aria-hidden />}
        >
          {t("Plan")}
        </Button>
      ) : null}
    </div>
  );
}

/** What most people want next. */
function mainAction({ status }: Pick<Alert, "status">, t: Text): { word: string; action: AlertAction } {
  switch (status) {
    case "open":
      return { word: t("Acknowledge"), action: { do: "acknowledge" } };
    case "acknowledged":
      return { word: t("Resolve"), action: { do: "resolve" } };
    case "snoozed":
      return { word: t("End snooze"), action: { do: "unsnooze" } };
    case "resolved":
      return { word: t("Reopen"), action: { do: "reopen" } };
  }
}

/** The one filled button. */
export function MainAction({ alert, triage }: Pick<AlertActionsProps, "alert" | "triage">) {
  const { word, action } = mainAction(alert, useText());
  return (
    <Button
      size="sm"
      leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
      onClick={() => void triage.act([alert], action)}
    >
      {word}
    </Button>
  );
}

function MoreActions({ alert, triage, onComment }: Omit<AlertActionsProps, "isKeyed">) {
  const t = useText();
  const act = (action: AlertAction) => void triage.act([alert], action);
  const isClosable = alert.space !== null;
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={32} className={classes.more} aria-label={t("More actions")}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {alert.status === "open" || alert.status === "snoozed" ? (
          <Menu.Item leftSection={<IconCheck size={16} stroke={1.75} />} onClick={() => act({ do: "resolve" })}>
            {t("Resolve")}
          </Menu.Item>
        ) : null}
        {alert.status === "acknowledged" ? (
          <Menu.Item onClick={() => act({ do: "unacknowledge" })}>{t("Not acknowledged")}</Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconMessage size={16} stroke={1.75} />} onClick={onComment}>
          {t("Comment")}
        </Menu.Item>
        {isClosable ? (
          <Menu.Item leftSection={<IconTool size={16} stroke={1.75} />} onClick={() => triage.ask("maintenance")}>
            {t("Close for maintenance")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
